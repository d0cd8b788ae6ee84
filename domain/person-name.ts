import { charactersOf, firstCharacter } from './characters.ts';

export function firstNameOf(name: string): string {
  return name.split(' ')[0] ?? name;
}

/** Replaces a missing portrait: the first character of the name, capitalised if possible. */
export function initialOf(name: string): string {
  return capital(firstCharacter(name));
}

/** The same if only letters can be drawn: the first letter with its accents, or an empty string. */
export function initialLetterOf(name: string): string {
  return capital(charactersOf(name).find((character) => /\p{L}/u.test(character)) ?? '');
}

/** Returns one character, although the capital of ß is two: SS. */
function capital(character: string): string {
  return firstCharacter(character.toUpperCase());
}
