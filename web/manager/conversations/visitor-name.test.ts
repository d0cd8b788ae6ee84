import { describe, expect, it } from 'vitest';
import { addressed, displayName, tame } from './visitor-name.ts';

const nameless = { name: '', locale: 'en' };
const idOf = (bits: string) => bits.padEnd(32, '0');

describe('the name of a visitor', () => {
  it('is theirs when they gave one', () => {
    expect(displayName({ name: 'Ines Duarte', locale: 'pt' }, idOf('f'))).toEqual({ text: 'Ines Duarte', isGiven: true });
  });

  it('is made of the conversation otherwise, and stays the same', () => {
    expect(displayName(nameless, idOf('00000'))).toEqual({ text: 'Visitor 0000', isGiven: false });
    expect(displayName(nameless, idOf('fffff')).text).toBe('Visitor ZZZZ');
    expect(displayName(nameless, idOf('3a7d1'))).toEqual(displayName(nameless, idOf('3a7d1')));
  });

  it('tells a thousand nameless people apart', () => {
    const names = Array.from(
      { length: 1000 },
      (_, index) => displayName(nameless, idOf((index * 1031).toString(16).padStart(5, '0'))).text,
    );
    expect(new Set(names).size).toBe(1000);
  });
});

it('takes out of a name what would disturb its neighbours, and nothing that belongs to it', () => {
  expect(tame('Eve\u202e gnp.exe\u2066')).toBe('Eve gnp.exe');
  expect(tame(`Z${'\u0335'.repeat(1000)}oe`)).toBe(`Z${'\u0335'.repeat(8)}oe`);
  for (const name of ['Zoë', 'နိုင်ငံ', 'שָׁלוֹם', '👩‍👧', 'Nguyễn Thị']) expect(tame(name)).toBe(name);
});

it('speaks to people by their first name, and to nobody by a made one', () => {
  expect(addressed({ text: 'Ines  Duarte', isGiven: true })).toBe('Ines');
  expect(addressed({ text: 'W'.repeat(60), isGiven: true })).toBe(`${'W'.repeat(23)}…`);
  expect(addressed({ text: '小川 美咲', isGiven: true })).toBe('小川');
  expect(addressed({ text: 'Visitor 7KX2', isGiven: false })).toBe('this visitor');
});
