import { LABELS_MAX, TEXT_MAX } from '@foyer/domain/limits';
import { newConversation } from '@foyer/domain/new-conversation';
import { newTextMessage } from '@foyer/domain/new-message';
import { ConversationId, Email, MessageId, MessageText, PersonName } from '@foyer/domain/schema';
import { describe, expect, test } from 'vitest';
import { generated, messageCounts } from './conversation.ts';

const HOUR_MS = 3_600_000;
const NOW = Date.UTC(2026, 10, 21, 15);
const INBOX = { seed: 7, nowMs: NOW, years: 3, sections: ['Book design', 'Repair'], labels: ['aa', 'bb', 'cc'] };
const COUNTS = messageCounts(INBOX.seed, 2000, 6000);
const ALL = Array.from(COUNTS, (count, number) => generated(INBOX, number, count));

describe('generated conversations', () => {
  test('are the same for the same seed, and others for another', () => {
    expect(generated(INBOX, 5, 3)).toEqual(generated(INBOX, 5, 3));
    expect(generated({ ...INBOX, seed: 8 }, 5, 3).id).not.toBe(generated(INBOX, 5, 3).id);
    expect(new Set(ALL.map(({ id }) => id)).size).toBe(ALL.length);
  });

  test('have the fields that the product stores, and texts, names and ids that it accepts', () => {
    const first = { id: 'x', message: newTextMessage({ sender: 'visitor', text: 'x' }, 0) };
    const stored = newConversation({ visitor: { name: '', locale: '' }, tray: 'inbox', section: null, tat: 0, dayTat: 0 }, first, 0);
    for (const { id, conversation, messages } of ALL) {
      expect(Object.keys(conversation).sort()).toEqual(Object.keys(stored).sort());
      ConversationId.parse(id);
      if (conversation.visitor.name !== '') PersonName.parse(conversation.visitor.name);
      if (conversation.visitor.email !== undefined) Email.parse(conversation.visitor.email);
      expect(conversation.labels.length).toBeLessThanOrEqual(LABELS_MAX);
      for (const { id, message } of messages) {
        MessageId.parse(id);
        expect(MessageText.parse(message.text)).toBe(message.text);
        expect(message.text?.length).toBeLessThanOrEqual(TEXT_MAX);
        expect(message.text).not.toMatch(/[{}]/);
      }
    }
  });

  test('end with the message that the list shows, in order and none after now', () => {
    for (const { conversation, messages } of ALL) {
      const times = messages.map(({ message }) => message.createdAt.toMillis());
      expect(times).toEqual(times.toSorted((one, other) => one - other));
      expect(times.at(-1)).toBeLessThanOrEqual(NOW);
      expect(conversation.lastMessage.id).toBe(messages.at(-1)?.id);
      expect(conversation.messageCount).toBe(messages.length);
      expect(conversation.snoozedUntil === null).toBe(conversation.status !== 'snoozed');
    }
  });

  test('go back for years, mostly in office hours, and arrive in bursts', () => {
    const begins = ALL.map(({ conversation }) => conversation.createdAt.toMillis());
    expect(NOW - Math.min(...begins)).toBeGreaterThan(2 * 365 * 24 * HOUR_MS);
    const inOffice = begins.filter((at) => new Date(at).getUTCHours() >= 8 && new Date(at).getUTCHours() < 18);
    expect(inOffice.length / begins.length).toBeGreaterThan(0.6);
    const days = [...Map.groupBy(begins, (at) => Math.floor(at / (24 * HOUR_MS))).values()].map(({ length }) => length);
    expect(Math.max(...days)).toBeGreaterThan((5 * begins.length) / days.length);
  });

  test('are filed as in an inbox that has been in use', () => {
    const share = (has: (one: (typeof ALL)[number]['conversation']) => boolean) =>
      ALL.filter(({ conversation }) => has(conversation)).length / ALL.length;
    expect(share(({ status }) => status === 'archived')).toBeGreaterThan(0.5);
    expect(share(({ status }) => status === 'snoozed')).toBeGreaterThan(0.002);
    expect(share(({ tray }) => tray === 'spam')).toBeGreaterThan(0.01);
    expect(share(({ tray }) => tray === 'requests')).toBeGreaterThan(0.005);
    expect(share(({ labels }) => labels.length > 0)).toBeGreaterThan(0.1);
    expect(share(({ unread }) => unread > 0)).toBeLessThan(0.2);
    expect(share(({ visitor }) => visitor.name === '')).toBeGreaterThan(0.1);
    expect(share(({ section }) => section !== null)).toBeGreaterThan(0.2);
  });
});

test('messages are shared out exactly, with few in most conversations and many in some', () => {
  expect(COUNTS.reduce((sum, count) => sum + count, 0)).toBe(6000);
  expect(Math.min(...COUNTS)).toBe(1);
  expect(Math.max(...COUNTS)).toBeGreaterThan(15);
  expect([...messageCounts(1, 3, 3)]).toEqual([1, 1, 1]);
  expect(() => messageCounts(1, 3, 2)).toThrow(RangeError);
});
