import { LANGUAGES } from '@foyer/domain/languages';
import { describe, expect, it } from 'vitest';
import { emojiGroups, emojiNames } from '../../emoji-data.ts';
import { emojiFrom, findEmoji, TONES, toned } from './emoji.ts';

const groupsIn = (language: (typeof LANGUAGES)[number]) => {
  const countries = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  return emojiFrom(emojiGroups(), emojiNames(language), (code) => countries.of(code));
};
const english = groupsIn('en');
const found = (query: string) => findEmoji(english, query).map(({ character }) => character);
const named = (character: string) => english.flat().find((emoji) => emoji.character === character);

describe('emoji', () => {
  it('have nine groups, and each emoji has a name in each language', () => {
    for (const language of LANGUAGES) {
      const groups = groupsIn(language);
      expect(groups).toHaveLength(9);
      expect(groups.flat().length).toBeGreaterThan(1800);
      expect(
        groups.flat().filter(({ character, name }) => name === character),
        language,
      ).toEqual([]);
    }
    expect(new Set(english.flat().map(({ character }) => character)).size).toBe(english.flat().length);
  });

  it('are named in the language, countries too', () => {
    const german = groupsIn('de').flat();
    expect(german.find(({ character }) => character === '😀')?.name).toBe('grinsendes Gesicht');
    expect(german.find(({ character }) => character === '🇵🇹')?.name).toBe('Portugal');
    expect(groupsIn('ar').flat()[0]?.name).toMatch(/\p{Script=Arabic}/u);
  });

  it('are found by names and other words, without accents and in any order', () => {
    expect(found('thumbs up')[0]).toBe('👍');
    expect(found('UP thumbs')).toContain('👍');
    expect(found('portug')).toEqual(['🇵🇹']);
    expect(found('lol')).toContain('😂');
    expect(findEmoji(groupsIn('fr'), 'cafe').map(({ character }) => character)).toContain('☕');
    expect(findEmoji(groupsIn('ja'), '猫').map(({ character }) => character)).toContain('🐈');
    expect(found('zzzz')).toEqual([]);
    expect(found('')).toHaveLength(english.flat().length);
  });

  it('with words that begin with the query come first', () => {
    const [first = ''] = found('cat');
    expect(named(first)?.searched).toMatch(/ cat/);
    // Inside a word: “scatter”, “vacation”, “education”.
    expect(named(found('cat').at(-1) ?? '')?.searched).not.toMatch(/ cat/);
  });

  it('have skin tones where one person or hand has them', () => {
    const tone = TONES[3];
    expect(toned({ character: '👍', hasTones: true }, tone)).toBe('👍🏽');
    expect(toned({ character: '☝️', hasTones: true }, tone)).toBe('☝🏽');
    expect(toned({ character: '👩‍🚀', hasTones: true }, tone)).toBe('👩🏽‍🚀');
    expect(toned({ character: '👍', hasTones: true }, '')).toBe('👍');
    expect(toned({ character: '😀', hasTones: false }, tone)).toBe('😀');
    expect(toned({ character: '🧑‍🤝‍🧑', hasTones: true }, tone)).toBe('🧑‍🤝‍🧑');
  });
});
