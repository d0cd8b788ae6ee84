import { expect, test } from 'vitest';
import { historyKey } from './history-key.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>>, code = '') =>
  historyKey({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

test('undoes and redoes with the keys of every system', () => {
  expect(press('z', { ctrlKey: true })).toBe('undo');
  expect(press('z', { metaKey: true })).toBe('undo');
  expect(press('Z', { metaKey: true, shiftKey: true })).toBe('redo');
  expect(press('y', { ctrlKey: true })).toBe('redo');
  expect(press('z', {})).toBe(null);
  expect(press('z', { ctrlKey: true, altKey: true })).toBe(null);
  expect(press('x', { ctrlKey: true })).toBe(null);
});

test.each([
  ['Cyrillic', 'я', 'н'],
  ['Greek', 'ζ', 'υ'],
  ['Hebrew', 'ז', 'ט'],
  ['Arabic', 'ئ', 'غ'],
])('undoes and redoes on a %s layout too', (_, z, y) => {
  expect(press(z, { ctrlKey: true }, 'KeyZ')).toBe('undo');
  expect(press(z, { metaKey: true, shiftKey: true }, 'KeyZ')).toBe('redo');
  expect(press(y, { ctrlKey: true }, 'KeyY')).toBe('redo');
  expect(press(z, {}, 'KeyZ')).toBe(null);
});
