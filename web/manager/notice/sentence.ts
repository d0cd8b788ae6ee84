/** A finished sentence, or one about a visitor: then `write` inserts the name, or a placeholder for the element that contains the name. */
export type Sentence = string | Named;

export interface Named {
  name: string;
  write(name: string): string;
}

/** As plain text, for attributes. */
export function textOf(sentence: Sentence): string {
  return typeof sentence === 'string' ? sentence : sentence.write(sentence.name);
}
