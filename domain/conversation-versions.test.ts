import { describe, expect, it } from 'vitest';
import { type AnyConversation, CONVERSATION_VERSION, isNewer, upgradeConversation, upgradeMessage } from './conversation-versions.ts';
import { UNKNOWN_KIND_TEXT } from './messages/kinds.ts';
import { newConversation } from './new-conversation.ts';
import { newTextMessage } from './new-message.ts';
import { VISITOR } from './participant.ts';

const current = newConversation<number>(
  { visitor: { name: '', locale: 'en' }, tray: 'inbox', section: null, tat: 0, dayTat: 0 },
  { id: 'x', message: newTextMessage({ sender: VISITOR, text: 'Hello' }, 1) },
  1,
);

describe('a stored conversation', () => {
  it('of this version stays as it is', () => {
    expect(upgradeConversation(current)).toEqual(current);
  });

  it('of version 1 is archived where it was closed, and nowhere else', () => {
    const stored = (status: AnyConversation<number>['status']) => upgradeConversation<number>({ ...current, status }).status;
    expect((['closed', 'archived', 'open', 'snoozed', undefined] as const).map(stored)).toEqual([
      'archived',
      'archived',
      'open',
      'snoozed',
      'open',
    ]);
  });

  it('gets a harmless default for each missing field', () => {
    const { version: _, createdAt, updatedAt, lastMessage, ...rest } = current;
    const upgraded = upgradeConversation<number>({ createdAt, updatedAt, lastMessage });
    expect(Object.keys(upgraded).sort()).toEqual(Object.keys(current).sort());
    expect(upgraded).toEqual({ ...current, unread: 0, messageCount: 0 });
    expect(Object.keys(rest).length).toBeGreaterThan(10);
  });

  it('of a newer version keeps what this one does not know', () => {
    const newer = { ...current, version: 9, mood: 'fine' };
    expect(upgradeConversation(newer)).toMatchObject({ version: CONVERSATION_VERSION, mood: 'fine' });
    expect([isNewer(newer, CONVERSATION_VERSION), isNewer(current, CONVERSATION_VERSION), isNewer({}, CONVERSATION_VERSION)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('whose last message has no preview has a neutral one', () => {
    const { preview: _, ...last } = current.lastMessage;
    expect(upgradeConversation<number>({ ...current, lastMessage: last as typeof current.lastMessage }).lastMessage.preview).toBe(
      UNKNOWN_KIND_TEXT,
    );
  });
});

it('a message of version 1 is a text', () => {
  expect(upgradeMessage({ sender: VISITOR, text: 'Hello', createdAt: 1 })).toEqual(newTextMessage({ sender: VISITOR, text: 'Hello' }, 1));
});
