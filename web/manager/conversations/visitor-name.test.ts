import { describe, expect, it } from 'vitest';
import { addressed, displayName, tame } from './visitor-name.ts';

const named = (bits: string, name = '', alias = '') => displayName({ id: bits.padEnd(32, '0'), visitor: { name, locale: 'en' }, alias });

describe('the name of a visitor', () => {
  it('is the one they gave', () => {
    expect(named('f', 'Ines Duarte')).toEqual({ text: 'Ines Duarte', isGiven: true });
  });

  it('is the manager’s own name for them, if there is one', () => {
    expect(named('f', 'Ines Duarte', 'Ines from Porto')).toEqual({ text: 'Ines from Porto', isGiven: true });
    expect(named('f', '', 'Ines')).toEqual({ text: 'Ines', isGiven: true });
  });

  it('is derived from the conversation if they gave none, and stays the same', () => {
    expect(named('00000')).toEqual({ text: 'Visitor 0000', isGiven: false });
    expect(named('fffff').text).toBe('Visitor ZZZZ');
    expect(named('3a7d1')).toEqual(named('3a7d1'));
  });

  it('is unique among a thousand visitors without a name', () => {
    const names = Array.from({ length: 1000 }, (_, index) => named((index * 1031).toString(16).padStart(5, '0')).text);
    expect(new Set(names).size).toBe(1000);
  });
});

it('removes what would disturb neighbouring text, and nothing that belongs to a name', () => {
  expect(tame('Eve\u202e gnp.exe\u2066')).toBe('Eve gnp.exe');
  expect(tame(`Z${'\u0335'.repeat(1000)}oe`)).toBe(`Z${'\u0335'.repeat(8)}oe`);
  for (const name of ['Zoë', 'နိုင်ငံ', 'שָׁלוֹם', '👩‍👧', 'Nguyễn Thị']) expect(tame(name)).toBe(name);
});

it('addresses visitors by their first name, and never by a generated one', () => {
  expect(addressed({ text: 'Ines  Duarte', isGiven: true })).toBe('Ines');
  expect(addressed({ text: 'W'.repeat(60), isGiven: true })).toBe(`${'W'.repeat(23)}…`);
  expect(addressed({ text: '小川 美咲', isGiven: true })).toBe('小川');
  expect(addressed({ text: 'Visitor 7KX2', isGiven: false })).toBeNull();
});
