import { describe, expect, it } from 'vitest';
import { matchScore, queryWords } from './match.ts';

const score = (query: string, text: string) => matchScore(queryWords(query), text);
const order = (query: string, ...texts: string[]) =>
  texts.filter((text) => score(query, text) !== null).toSorted((one, other) => (score(query, other) ?? 0) - (score(query, one) ?? 0));

describe('a query', () => {
  it('finds a text by the beginning of any of its words, in any order', () => {
    for (const query of ['arch', 'unarchive or', 'or arch', 'OR  ARCH']) expect(score(query, 'Archive or unarchive')).not.toBeNull();
    expect(score('archive later', 'Archive or unarchive')).toBeNull();
  });

  it.each([
    ['muller', 'Jörg Müller'],
    ['müller', 'Jorg Muller'],
    ['lodz', 'Łódź'],
    ['strasse', 'Lange Straße'],
    ['bjork', 'Bjørk'],
    ['istanbul', 'İstanbul'],
    ['ΑΘΗΝΑ', 'Αθήνα'],
    ['елка', 'Ёлка'],
    ['احمد', 'أحمد'],
    ['ﾄﾚｲ', '受信トレイ'],
    ['受信', '受信トレイ'],
    ['トレイ', '受信トレイ'],
    ['ｉｎｂｏｘ', 'Inbox'],
  ])('“%s” finds “%s”', (query, text) => {
    expect(score(query, text)).not.toBeNull();
  });

  it('finds an abbreviation of a word, but not letters from several words', () => {
    expect(score('snz', 'Snooze')).not.toBeNull();
    expect(score('arhv', 'Archive')).not.toBeNull();
    expect(score('rchv', 'Archive')).toBeNull();
    expect(score('sh', 'Search here')).not.toBeNull();
    expect(score('mfb', 'Move to inbox from Bob')).toBeNull();
    expect(score('x', 'Inbox')).not.toBeNull();
    expect(score('z', 'Snooze')).not.toBeNull();
    expect(score('q', 'Snooze')).toBeNull();
  });

  it('puts a beginning before a later word, a later word before a middle, then abbreviations', () => {
    expect(order('ar', 'Alter', 'Clear', 'Mark as spam, archive', 'Archive')).toEqual([
      'Archive',
      'Mark as spam, archive',
      'Clear',
      'Alter',
    ]);
  });

  it('of nothing but spaces fits everything, and one of symbols nothing by accident', () => {
    expect(score('  ', 'Inbox')).toBe(0);
    expect(score('(.*)', 'Inbox')).toBeNull();
    expect(score('🙂', 'Inbox')).toBeNull();
    expect(score('🙂', 'Thanks 🙂')).not.toBeNull();
  });
});
