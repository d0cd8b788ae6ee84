import { expect, test } from 'vitest';
import { historyKey } from './history-key.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>>) =>
  historyKey({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

test('the keys of every system take back and bring again', () => {
  expect(press('z', { ctrlKey: true })).toBe('undo');
  expect(press('z', { metaKey: true })).toBe('undo');
  expect(press('Z', { metaKey: true, shiftKey: true })).toBe('redo');
  expect(press('y', { ctrlKey: true })).toBe('redo');
  expect(press('z', {})).toBe(null);
  expect(press('z', { ctrlKey: true, altKey: true })).toBe(null);
  expect(press('x', { ctrlKey: true })).toBe(null);
});
