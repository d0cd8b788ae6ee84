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
  it('of this version stays unchanged', () => {
    expect(upgradeConversation(current)).toEqual(current);
  });

  it('of version 1 is archived if it was closed, and only then', () => {
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
    // Without search terms it is not indexed yet.
    const { version: _, terms: __, ...whole } = current;
    const { createdAt, updatedAt, lastMessage, ...rest } = whole;
    const upgraded = upgradeConversation<number>({ createdAt, updatedAt, lastMessage });
    expect(Object.keys(upgraded).sort()).toEqual([...Object.keys(whole), 'version'].sort());
    expect(upgraded).toEqual({ ...whole, version: CONVERSATION_VERSION, unread: 0, isUnread: false, messageCount: 0 });
    expect(Object.keys(rest).length).toBeGreaterThan(10);
  });

  it('of version 2 is unread exactly if it has unread messages, and has no alias', () => {
    const { isUnread: _, alias: __, ...before } = { ...current, version: 2 };
    expect(upgradeConversation<number>({ ...before, unread: 3 })).toMatchObject({ isUnread: true, alias: '' });
    expect(upgradeConversation<number>({ ...before, unread: 0 })).toMatchObject({ isUnread: false });
    // Read by a dashboard of version 2, which leaves the other field.
    expect(upgradeConversation<number>({ ...current, unread: 0, isUnread: true })).toMatchObject({ isUnread: false });
  });

  it('of a newer version keeps unknown fields', () => {
    const newer = { ...current, version: 9, mood: 'fine' };
    expect(upgradeConversation(newer)).toMatchObject({ version: CONVERSATION_VERSION, mood: 'fine' });
    expect([isNewer(newer, CONVERSATION_VERSION), isNewer(current, CONVERSATION_VERSION), isNewer({}, CONVERSATION_VERSION)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('without a preview of its last message gets a neutral one', () => {
    const { preview: _, ...last } = current.lastMessage;
    expect(upgradeConversation<number>({ ...current, lastMessage: last as typeof current.lastMessage }).lastMessage.preview).toBe(
      UNKNOWN_KIND_TEXT,
    );
  });
});

it('a message of version 1 is a text', () => {
  expect(upgradeMessage({ sender: VISITOR, text: 'Hello', createdAt: 1 })).toEqual(newTextMessage({ sender: VISITOR, text: 'Hello' }, 1));
});
