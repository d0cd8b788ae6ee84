import { describe, expect, test } from 'vitest';
import { latinKey } from './latin-key.ts';

const press = (key: string, code: string, more: { shiftKey?: boolean; isAltGraph?: boolean } = {}) =>
  latinKey({ key, code, shiftKey: more.shiftKey ?? false, getModifierState: () => more.isAltGraph ?? false });

/** The keys of j, k, e, z and the full stop, and of Shift with 1 and with the slash, as each layout types them. */
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

describe.each(Object.entries(LAYOUTS))('on a %s layout', (_, { plain, shifted }) => {
  test('letters and the full stop are told by their place', () => {
    expect(plain.map((key, index) => press(key, CODES[index] ?? ''))).toEqual(['j', 'k', 'e', 'z', '.']);
  });

  test('what types no ASCII with Shift is told by its place too', () => {
    const keys = shifted.map((key, index) => press(key, ['Digit1', 'Slash'][index] ?? '', { shiftKey: true }));
    expect(keys).toEqual(shifted.map((key, index) => (/[!-~]/.test(key) ? key : ['!', '?'][index])));
  });
});

test('digits of another script are digits, on both parts of the keyboard', () => {
  expect([press('١', 'Digit1'), press('४', 'Digit4'), press('۵', 'Numpad5')]).toEqual(['1', '4', '5']);
});

test('a Latin layout is read by what its keys type, wherever they are', () => {
  expect(press('z', 'KeyY')).toBe('z');
  expect(press('q', 'KeyA')).toBe('q');
  expect(press('é', 'Digit2')).toBe('é');
  expect(press('ö', 'Semicolon')).toBe('ö');
  expect(press('ı', 'KeyI')).toBe('ı');
  expect(press('ё', 'Backquote')).toBe('ё');
});

test('Caps Lock changes nothing, Shift does', () => {
  expect(press('J', 'KeyJ')).toBe('j');
  expect(press('J', 'KeyJ', { shiftKey: true })).toBe('J');
  expect(press('О', 'KeyJ')).toBe('j');
  expect(press('О', 'KeyJ', { shiftKey: true })).toBe('J');
});

test('what AltGr types is text, and named keys keep their names', () => {
  expect(press('ω', 'KeyE', { isAltGraph: true })).toBe('ω');
  for (const name of ['Escape', 'ArrowDown', 'Enter', 'Dead', 'Process', 'Unidentified', 'F1']) expect(press(name, 'KeyJ')).toBe(name);
});
