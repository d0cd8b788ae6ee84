import { expect, it } from 'vitest';
import type { Conversation } from '../conversations/conversation.ts';
import { withDeletions } from './with-deletions.ts';

const conversation = (atMs: number) => ({ lastMessage: { atMs } as Conversation['lastMessage'] });
const deletion = (deletedAtMs: number) => ({ id: `d${deletedAtMs}`, view: 'open' as const, deletedAtMs });
const timesOf = (...given: Parameters<typeof withDeletions>) =>
  withDeletions(...given).map((row) => ('deletion' in row ? row.deletion.id : row.conversation.lastMessage.atMs));

it('sorts deletion notices by time, newest first', () => {
  const lines = [deletion(9), deletion(6), deletion(5), deletion(1)];
  expect(timesOf([conversation(8), conversation(4)], lines, false)).toEqual(['d9', 8, 'd6', 'd5', 4, 'd1']);
});

it('keeps notices older than all loaded conversations for the next page', () => {
  expect(timesOf([conversation(8)], [deletion(9), deletion(1)], true)).toEqual(['d9', 8]);
});

it('shows notices alone if no conversation is left', () => {
  expect(timesOf([], [deletion(2), deletion(1)], false)).toEqual(['d2', 'd1']);
});
