import { charactersOf, firstCharacter } from './characters.ts';

/** What a page shows before its manager has given a name: one word, so that the message box says “Write to Your name”. */
export const UNNAMED = 'Your\u00a0name';

/** The name people use when they speak of somebody: the first word of the full name. */
export function firstNameOf(name: string): string {
  return name.split(' ')[0] ?? name;
}

/** What stands for a person without a portrait: the first character of their name, a capital where it has one. */
export function initialOf(name: string): string {
  return capital(firstCharacter(name));
}

/** The same where only letters can be drawn: of the first letter with its accents, or nothing. */
export function initialLetterOf(name: string): string {
  return capital(charactersOf(name).find((character) => /\p{L}/u.test(character)) ?? '');
}

/** One character, also of a letter whose capital is two: ß has SS. */
function capital(character: string): string {
  return firstCharacter(character.toUpperCase());
}
