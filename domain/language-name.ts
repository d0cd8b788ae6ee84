import { PSEUDO, type Tag } from './languages.ts';

/** A language's own name. Capitalised: French and others write it in lower case, which looks wrong in a list of choices. */
export function languageName(tag: Tag): string {
  if (tag === PSEUDO) return 'Pseudo';
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(tag));
}
