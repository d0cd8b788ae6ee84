/** The paragraphs of a text, parted by empty lines; a single line end stays inside its paragraph. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
