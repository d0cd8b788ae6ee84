import { plainLetters } from '@foyer/domain/plain-letters';

export interface Emoji {
  character: string;
  /** In the dashboard's language, for screen readers. */
  name: string;
  /** Its name and further words, in plain letters. */
  searched: string;
  hasTones: boolean;
}

/** Skin tones, the lightest first. Empty: the default, which is yellow. */
export const TONES = ['', '\u{1F3FB}', '\u{1F3FC}', '\u{1F3FD}', '\u{1F3FE}', '\u{1F3FF}'] as const;
export type Tone = (typeof TONES)[number];

const COUNTRY = /^[\u{1F1E6}-\u{1F1FF}]{2}$/u;
const FIRST_FLAG_LETTER = 0x1f1e6;
const BASE = /(\p{Emoji_Modifier_Base})\uFE0F?/gu;

/** The emoji of each group, from the data of `web/emoji-data.ts`. `countryName` names a flag's country by its code. */
export function emojiFrom(
  groups: readonly string[],
  names: readonly string[],
  countryName: (code: string) => string | undefined,
): Emoji[][] {
  return groups.map((group, index) => {
    const lines = names[index]?.split('\n') ?? [];
    return group.split(' ').map((marked, at) => {
      const character = marked.replace('+', '');
      const line = COUNTRY.test(character) ? (countryName(codeOf(character)) ?? '') : (lines[at] ?? '');
      const [name = ''] = line.split('|');
      return {
        character,
        name: name || character,
        searched: ` ${plainLetters(line.replaceAll('|', ' '))}`,
        hasTones: marked.endsWith('+'),
      };
    });
  });
}

/** `🇵🇹` is `PT`. */
function codeOf(flag: string): string {
  return String.fromCharCode(...[...flag].map((letter) => (letter.codePointAt(0) ?? 0) - FIRST_FLAG_LETTER + 65));
}

/** The emoji that have all words of a query, those with words that begin with it first. */
export function findEmoji(groups: readonly (readonly Emoji[])[], query: string): Emoji[] {
  const words = plainLetters(query).split(/\s+/).filter(Boolean);
  const found = groups.flat().filter(({ searched }) => words.every((word) => searched.includes(word)));
  const isFirst = ({ searched }: Emoji) => words.every((word) => searched.includes(` ${word}`));
  return [...found.filter(isFirst), ...found.filter((emoji) => !isFirst(emoji))];
}

/** An emoji in a skin tone, as Unicode writes it: after the person or hand. Those with several stay as they are. */
export function toned({ character, hasTones }: Pick<Emoji, 'character' | 'hasTones'>, tone: Tone): string {
  if (!hasTones || tone === '' || character.match(BASE)?.length !== 1) return character;
  return character.replace(BASE, `$1${tone}`);
}
