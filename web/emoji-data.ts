import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { LANGUAGES, type Language } from '@foyer/domain/languages';
import type { Plugin } from 'vite';

interface Listed {
  emoji: string;
  name: string;
  skin_tone_support: boolean;
  emoji_version: string;
}

interface Annotations {
  annotations: { annotations: Record<string, { default?: string[]; tts?: string[] }> };
}

/** Of 2022, which the devices of today can draw. */
const NEWEST = 15;
/** Flags of countries are named by `Intl`. */
const COUNTRY = /^[\u{1F1E6}-\u{1F1FF}]{2}$/u;
const PREFIX = 'virtual:emoji/';

const require = createRequire(import.meta.url);
const readData = <T>(name: string) => JSON.parse(readFileSync(require.resolve(name), 'utf8')) as T;

/** The emoji in Unicode's order, by group, joined by spaces; those with skin tones are followed by `+`. */
export function emojiGroups(): string[] {
  return listed().map((emojis) => emojis.map(({ emoji, skin_tone_support }) => emoji + (skin_tone_support ? '+' : '')).join(' '));
}

/** A line for each emoji of `emojiGroups`, in their order: its name, then further words to find it by, with `|` between. From Unicode's CLDR. */
export function emojiNames(language: Language): string[] {
  const { annotations } = readData<Annotations>(`cldr-annotations-full/annotations/${language}/annotations.json`).annotations;
  return listed().map((emojis) =>
    emojis
      .map(({ emoji, name }) => {
        if (COUNTRY.test(emoji)) return '';
        const { tts, default: words = [] } = annotations[emoji] ?? annotations[emoji.replaceAll('\uFE0F', '')] ?? {};
        const [spoken = name] = tts ?? [];
        return [spoken, ...words.filter((word) => !spoken.includes(word))].join('|');
      })
      .join('\n'),
  );
}

/** Gives the dashboard the emoji and, in a file for each language, their names. */
export const emojiData: Plugin = {
  name: 'emoji-data',
  resolveId: (source) => (source.startsWith(PREFIX) ? `\0${source}` : null),
  load(source) {
    if (!source.startsWith(`\0${PREFIX}`)) return null;
    const name = source.slice(PREFIX.length + 1);
    const data = name === 'groups' ? emojiGroups() : emojiNames(LANGUAGES.find((language) => language === name) ?? 'en');
    return `export default ${JSON.stringify(data)};`;
  },
};

function listed(): Listed[][] {
  const groups = readData<{ emojis: Listed[] }[]>('unicode-emoji-json/data-by-group.json');
  return groups.map(({ emojis }) => emojis.filter(({ emoji_version }) => Number(emoji_version) <= NEWEST));
}
