import { expect, test } from 'vitest';
import { keepTexts } from './kept-texts.ts';

function someStorage() {
  const items = new Map<string, string>();
  return {
    items,
    isFull: false,
    getItem: (key: string) => items.get(key) ?? null,
    setItem(key: string, text: string) {
      if (this.isFull) throw new Error('full');
      items.set(key, text);
    },
    removeItem: (key: string) => void items.delete(key),
  };
}

test('reads a text as stored, also by another tab, until it is removed', () => {
  const storage = someStorage();
  const [one, other] = [keepTexts(() => storage), keepTexts(() => storage)];
  one.write('a', 'here');
  expect(other.read('a')).toBe('here');
  other.write('a', null);
  expect(one.read('a')).toBeNull();
  expect(storage.items.size).toBe(0);
});

test('keeps a text in this tab while the storage is full, and stores it again when there is room', () => {
  const storage = someStorage();
  const texts = keepTexts(() => storage);
  texts.write('a', 'old');
  storage.isFull = true;
  texts.write('a', 'new');
  expect(texts.read('a')).toBe('new');
  storage.isFull = false;
  texts.write('a', 'newer');
  expect([texts.read('a'), storage.items.get('a')]).toEqual(['newer', 'newer']);
});

test('keeps a text in this tab where storage is forbidden', () => {
  const texts = keepTexts(() => {
    throw new Error('forbidden');
  });
  expect(texts.read('a')).toBeNull();
  texts.write('a', 'here');
  expect(texts.read('a')).toBe('here');
  texts.write('a', null);
  expect(texts.read('a')).toBeNull();
});
