import { describe, expect, it } from 'vitest';
import { afterMessage, afterScheduledReply } from './after-message.ts';
import { MESSAGE_VERSION } from './conversation-versions.ts';
import type { MessageDocument } from './message.ts';
import { newConversation, withMessage } from './new-conversation.ts';
import { newTextMessage } from './new-message.ts';
import { BOT, MANAGER, SYSTEM, VISITOR } from './participant.ts';

const given = { visitor: { name: 'Mina', locale: 'en' }, tray: 'requests', section: null, tat: 1, dayTat: 2 } as const;
const first = { id: 'first', message: newTextMessage({ sender: VISITOR, text: 'Hello' }, 10) };
const started = newConversation<number>(given, first, 10);

const after = (message: MessageDocument<number>, before = started, now = 20) => withMessage(before, { id: 'next', message }, now);

describe('a conversation', () => {
  it('starts open and unread with its first message as preview', () => {
    expect(started).toMatchObject({
      status: 'open',
      unread: 1,
      isUnread: true,
      messageCount: 1,
      tray: 'requests',
      blockedAt: null,
      epoch: 0,
      labels: [],
    });
    expect(started.lastMessage).toEqual({ id: 'first', sender: VISITOR, preview: 'Hello', at: 10 });
  });

  it("is reopened and unread after a visitor's message, and stays in its tray", () => {
    const archived = { ...started, status: 'archived', tray: 'spam', pinned: true, isUnread: false } as const;
    expect(after(newTextMessage({ sender: VISITOR, text: 'Again' }, 20), archived)).toEqual({
      ...archived,
      status: 'open',
      lastMessage: { id: 'next', sender: VISITOR, preview: 'Again', at: 20 },
      unread: 2,
      isUnread: true,
      messageCount: 2,
      updatedAt: 20,
    });
  });

  it('wakes from a snooze on a message from either participant', () => {
    for (const sender of [VISITOR, MANAGER])
      expect(after(newTextMessage({ sender, text: 'Hi' }, 20), { ...started, status: 'snoozed', snoozedUntil: 99 })).toMatchObject({
        status: 'open',
        snoozedUntil: null,
      });
  });

  it("is read and in the inbox after a manager's reply", () => {
    expect(after(newTextMessage({ sender: MANAGER, text: 'Yes' }, 20))).toMatchObject({
      unread: 0,
      isUnread: false,
      tray: 'inbox',
      messageCount: 2,
    });
  });

  it('only counts a message of the system or a bot', () => {
    const archived = { ...started, status: 'archived' } as const;
    for (const sender of [SYSTEM, BOT, 'visitor-2']) {
      const message = { version: MESSAGE_VERSION, kind: 'system', sender, text: 'The code was replaced.', createdAt: 20 };
      expect(after(message, archived)).toEqual({ ...archived, messageCount: 2, updatedAt: 20 });
    }
  });

  it('previews a long message on one line, and an unknown kind as a sentence', () => {
    expect(after(newTextMessage({ sender: VISITOR, text: 'x\n'.repeat(200) }, 20)).lastMessage.preview).toHaveLength(140);
    const poll = { version: 9, kind: 'poll', sender: VISITOR, createdAt: 20 };
    expect(after(poll).lastMessage.preview).toMatch(/can’t be shown/);
  });
});

it('stays as unread as it was after a reply sent at its time, in the inbox', () => {
  const sent = { id: 'next', message: newTextMessage({ sender: MANAGER, text: 'Yes' }, 20) };
  const change = afterScheduledReply({}, sent, { now: 20, oneMore: (count = 0) => count + 1 });
  expect(change).toEqual({
    lastMessage: { id: 'next', sender: MANAGER, preview: 'Yes', at: 20 },
    status: 'open',
    snoozedUntil: null,
    tray: 'inbox',
    messageCount: 1,
    updatedAt: 20,
  });
});

it('lets the store count if the counts are unknown', () => {
  const oneMore = (count: number | undefined) => ({ plus: 1, count });
  const changes = afterMessage<number, unknown>({}, first, { now: 30, oneMore });
  expect(changes).toMatchObject({ unread: { plus: 1, count: undefined }, messageCount: { plus: 1, count: undefined }, updatedAt: 30 });
});
