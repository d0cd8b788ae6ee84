import { describe, expect, test } from 'vitest';
import { isPlainEnter } from './plain-enter.ts';

const ENTER = { key: 'Enter', shiftKey: false, isComposing: false, keyCode: 13 };

describe('Enter is plain', () => {
  test('when pressed alone', () => {
    expect(isPlainEnter(ENTER)).toBe(true);
  });

  test.each([
    ['with Shift, which is a new line', { shiftKey: true }],
    ['to take a word from an input method', { isComposing: true, keyCode: 229 }],
    ['to take a word from an input method in Safari, which says so by the key code alone', { keyCode: 229 }],
    ['as another key', { key: 'a', keyCode: 65 }],
  ])('but not %s', (_, press) => {
    expect(isPlainEnter({ ...ENTER, ...press })).toBe(false);
  });
});
