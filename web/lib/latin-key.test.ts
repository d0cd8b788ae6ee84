import { describe, expect, test } from 'vitest';
import { latinKey } from './latin-key.ts';

const press = (key: string, code: string, more: { shiftKey?: boolean; isAltGraph?: boolean } = {}) =>
  latinKey({ key, code, shiftKey: more.shiftKey ?? false, getModifierState: () => more.isAltGraph ?? false });

/** The characters that each layout types with the keys j, k, e, z and full stop, and with Shift and 1 and slash. */
const LAYOUTS: Readonly<Record<string, { plain: readonly string[]; shifted: readonly string[]; as?: readonly string[] }>> = {
  Russian: { plain: ['о', 'л', 'у', 'я', 'ю'], shifted: ['!', ','] },
  Ukrainian: { plain: ['о', 'л', 'у', 'я', 'ю'], shifted: ['!', ','] },
  Greek: { plain: ['ξ', 'κ', 'ε', 'ζ', '.'], shifted: ['!', '?'] },
  Hebrew: { plain: ['ח', 'ל', 'ק', 'ז', 'ץ'], shifted: ['!', '?'] },
  Arabic: { plain: ['ت', 'ن', 'ث', 'ئ', 'ز'], shifted: ['!', '؟'] },
  Persian: { plain: ['ت', 'ن', 'ث', 'ظ', '.'], shifted: ['!', '؟'] },
  Korean: { plain: ['ㅓ', 'ㅏ', 'ㄷ', 'ㅋ', '.'], shifted: ['!', '?'] },
  Hindi: { plain: ['र', 'क', 'ा', 'े', '.'], shifted: ['ऍ', 'य़'] },
  Thai: { plain: ['่', 'า', 'ำ', 'ผ', 'ใ'], shifted: ['+', 'ฦ'] },
  Georgian: { plain: ['ჯ', 'კ', 'ე', 'ზ', '.'], shifted: ['!', '?'] },
  Armenian: { plain: ['ճ', 'ք', 'է', 'ժ', '։'], shifted: ['!', '՞'] },
  Kana: { plain: ['ま', 'の', 'い', 'つ', 'る'], shifted: ['ヌ', 'メ'] },
};

const CODES = ['KeyJ', 'KeyK', 'KeyE', 'KeyZ', 'Period'];

describe.each(Object.entries(LAYOUTS))('with a %s layout', (_, { plain, shifted }) => {
  test('reads letters and the full stop by their position', () => {
    expect(plain.map((key, index) => press(key, CODES[index] ?? ''))).toEqual(['j', 'k', 'e', 'z', '.']);
  });

  test('reads a shifted key by its position if it types no ASCII', () => {
    const keys = shifted.map((key, index) => press(key, ['Digit1', 'Slash'][index] ?? '', { shiftKey: true }));
    expect(keys).toEqual(shifted.map((key, index) => (/[!-~]/.test(key) ? key : ['!', '?'][index])));
  });
});

test('reads digits of another script as digits, on both parts of the keyboard', () => {
  expect([press('١', 'Digit1'), press('४', 'Digit4'), press('۵', 'Numpad5')]).toEqual(['1', '4', '5']);
});

test('reads a Latin layout by what its keys type, at any position', () => {
  expect(press('z', 'KeyY')).toBe('z');
  expect(press('q', 'KeyA')).toBe('q');
  expect(press('é', 'Digit2')).toBe('é');
  expect(press('ö', 'Semicolon')).toBe('ö');
  expect(press('ı', 'KeyI')).toBe('ı');
  expect(press('ё', 'Backquote')).toBe('ё');
});

test('reads the number sign where Shift and 3 type another symbol', () => {
  expect(press('№', 'Digit3', { shiftKey: true })).toBe('#');
  expect(press('#', 'Backslash')).toBe('#');
  expect(press('£', 'Digit3', { shiftKey: true })).toBe('#');
});

test('ignores Caps Lock, but not Shift', () => {
  expect(press('J', 'KeyJ')).toBe('j');
  expect(press('J', 'KeyJ', { shiftKey: true })).toBe('J');
  expect(press('О', 'KeyJ')).toBe('j');
  expect(press('О', 'KeyJ', { shiftKey: true })).toBe('J');
});

test('returns what AltGr types and the names of named keys as they are', () => {
  expect(press('ω', 'KeyE', { isAltGraph: true })).toBe('ω');
  for (const name of ['Escape', 'ArrowDown', 'Enter', 'Dead', 'Process', 'Unidentified', 'F1']) expect(press(name, 'KeyJ')).toBe(name);
});
