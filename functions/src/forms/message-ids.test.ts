import { MessageId } from '@foyer/domain/schema';
import { describe, expect, test } from 'vitest';
import { idOfWords, newMessageId } from './message-ids.ts';

const HOUR_MS = 3600_000;
const id = (changes: Partial<Record<'key' | 'conversation' | 'text', string>> = {}, at = 0) =>
  idOfWords(changes.key ?? 'key', changes.conversation ?? 'c1', changes.text ?? 'Hello', at);

describe('the id of words', () => {
  test('is the same for the same words in the same conversation and hour', () => expect(id({}, HOUR_MS - 1)).toBe(id()));

  test.each([
    ['words', id({ text: 'Hello again' })],
    ['conversation', id({ conversation: 'c2' })],
    ['secret', id({ key: 'other' })],
    ['hour', id({}, HOUR_MS)],
  ])('is another for another %s', (_, other) => expect(other).not.toBe(id()));
});

test('both kinds are ids that the API takes, and never one of Firestore’s own', () => {
  for (const made of [id(), ...Array.from({ length: 500 }, newMessageId)]) expect(MessageId.safeParse(made).success, made).toBe(true);
});
