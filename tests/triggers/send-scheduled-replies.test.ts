import { SCHEDULED_MAX } from '@foyer/domain/limits';
import { createApp } from '@foyer/functions/app';
import { eraseConversation } from '@foyer/functions/conversations/erase-conversation';
import { sendScheduledReplies } from '@foyer/functions/conversations/send-scheduled-replies';
import { FieldValue, Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { breakAfter, failNextCommit } from '../support/break-after.ts';
import { openTestCloud, someManager, type TestCloud } from '../support/cloud.ts';
import { Visitor } from '../support/visitor.ts';

const ABORTED = 10;

/** A run is for all managers: what a test leaves would be sent in the next one. */
const left: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(left.splice(0).map((clear) => clear()));
});

let cloud: TestCloud;
beforeEach(() => {
  cloud = openTestCloud();
});

async function someConversation() {
  const { slug, managerId } = await someManager(cloud);
  const visitor = new Visitor(createApp(cloud).request);
  const conversationId = (await visitor.start(slug)).body.conversation.id;
  const table = await cloud.tables();
  const conversation = table.conversation(managerId, conversationId);
  const schedule = async (text: string, inMs: number, id = nanoid()) => {
    const at = Timestamp.now();
    const reply = table.scheduledReply(managerId, conversationId, id);
    const batch = table.batch();
    batch.set(reply, { text, sendAt: Timestamp.fromMillis(cloud.now() + inMs), createdAt: at, updatedAt: at });
    batch.update(conversation, { scheduled: FieldValue.arrayUnion(id) });
    await batch.commit();
    left.push(() => reply.delete());
    return id;
  };
  return {
    managerId,
    conversationId,
    conversation,
    visitor,
    table,
    schedule,
    state: async () => (await conversation.get()).data(),
    replies: async () => {
      const { docs } = await table.messages(managerId, conversationId).orderBy('createdAt').get();
      return docs.map((found) => found.data()).filter(({ sender }) => sender === 'manager');
    },
    waiting: async () => (await table.scheduled(managerId, conversationId).get()).docs.map((found) => found.data()),
  };
}

describe('a scheduled reply', () => {
  test("is sent once its time has come, and not before, like the manager's own", async () => {
    const { schedule, replies, state, waiting, conversation } = await someConversation();
    await conversation.update({ status: 'archived', tray: 'requests' });
    const id = await schedule('On Monday at ten.', 60_000);
    await sendScheduledReplies(cloud);
    expect(await replies()).toEqual([]);
    expect(await waiting()).toHaveLength(1);
    cloud.advance(61_000);
    expect(await sendScheduledReplies(cloud)).toBe(1);
    const [reply, ...more] = await replies();
    expect(more).toEqual([]);
    expect(reply).toMatchObject({
      version: 2,
      kind: 'text',
      sender: 'manager',
      text: 'On Monday at ten.',
      terms: expect.arrayContaining(['monday']),
    });
    expect(await waiting()).toEqual([]);
    const after = await state();
    expect(after).toMatchObject({ status: 'open', tray: 'inbox', snoozedUntil: null, messageCount: 2, scheduled: [] });
    expect(after?.lastMessage).toMatchObject({ id, sender: 'manager', preview: 'On Monday at ten.' });
    expect(after?.lastMessage.at).toEqual(reply?.createdAt);
  });

  test('is sent once, however often and however parallel the run is', async () => {
    const { schedule, replies, state } = await someConversation();
    await schedule('Once.', -1000);
    await Promise.all(Array.from({ length: 5 }, () => sendScheduledReplies(cloud)));
    await sendScheduledReplies(openTestCloud());
    expect(await replies()).toHaveLength(1);
    expect(await state()).toMatchObject({ messageCount: 2, scheduled: [] });
  });

  test('is sent once if the process ends before or after the commit', async () => {
    const { schedule, replies, state, waiting } = await someConversation();
    await schedule('Once.', -1000);
    for (const isAnswerLost of [false, true]) {
      const dying = openTestCloud();
      const { mend } = breakAfter(await dying.firestore(), 0, { isAnswerLost });
      await sendScheduledReplies(dying);
      mend();
      expect(await replies()).toHaveLength(isAnswerLost ? 1 : 0);
    }
    await sendScheduledReplies(cloud);
    expect(await replies()).toHaveLength(1);
    expect(await waiting()).toEqual([]);
    expect(await state()).toMatchObject({ messageCount: 2, scheduled: [] });
  });

  test('is sent although the store first aborts the commit', async () => {
    const { schedule, replies } = await someConversation();
    await schedule('Again.', -1000);
    failNextCommit(await cloud.firestore(), ABORTED);
    await sendScheduledReplies(cloud);
    expect(await replies()).toHaveLength(1);
  });

  test('keeps its place among the others of its conversation', async () => {
    const { schedule, replies } = await someConversation();
    await schedule('Third.', -1000);
    await schedule('First.', -3000);
    await schedule('Second.', -2000);
    await schedule('Not yet.', 60_000);
    expect(await sendScheduledReplies(cloud)).toBe(3);
    expect((await replies()).map(({ text }) => text)).toEqual(['First.', 'Second.', 'Third.']);
  });

  test('leaves unread what the visitor wrote since', async () => {
    const { schedule, visitor, conversationId, conversation, state } = await someConversation();
    await conversation.update({ unread: 0, isUnread: false });
    await schedule('On Monday at ten.', 60_000);
    await visitor.send(conversationId, 'Never mind, I found it.');
    cloud.advance(61_000);
    await sendScheduledReplies(cloud);
    expect(await state()).toMatchObject({ unread: 1, isUnread: true, lastMessage: { sender: 'manager' } });
    // And the visitor can answer.
    await visitor.send(conversationId, 'Thank you.');
    expect(await state()).toMatchObject({ unread: 2, messageCount: 4, lastMessage: { sender: 'visitor' } });
  });

  test('that a manager restored after it was sent is not sent again', async () => {
    const { schedule, replies, waiting, state } = await someConversation();
    const id = await schedule('Once.', -1000);
    await sendScheduledReplies(cloud);
    await schedule('Once.', -1000, id);
    expect(await sendScheduledReplies(cloud)).toBe(0);
    expect(await replies()).toHaveLength(1);
    expect(await waiting()).toEqual([]);
    expect(await state()).toMatchObject({ messageCount: 2, scheduled: [] });
  });

  test('waits for the manager, with the reason, if the visitor is blocked', async () => {
    const { schedule, replies, waiting, state, conversation } = await someConversation();
    const id = await schedule('On Monday at ten.', -1000);
    await conversation.update({ blockedAt: Timestamp.now() });
    expect(await sendScheduledReplies(cloud)).toBe(0);
    const [kept] = await waiting();
    expect(kept).toMatchObject({ text: 'On Monday at ten.', failure: { reason: 'blocked' } });
    expect(kept?.sendAt).toBeUndefined();
    expect(await state()).toMatchObject({ scheduled: [id], messageCount: 1 });
    // A later unblock doesn't send an old reply by itself.
    await conversation.update({ blockedAt: null });
    await sendScheduledReplies(cloud);
    expect(await replies()).toEqual([]);
  });

  test.each([
    ['is about to be deleted', { deletionDueAt: Timestamp.fromMillis(Date.now() + 86_400_000) }, 0],
    ['is closed', { closed: { reason: 'account-disabled', at: Timestamp.now() } }, 0],
    ['is paused', { pause: { sentence: '', backOn: null, until: null } }, 1],
    ['is offline', { offlineAt: Timestamp.now() }, 1],
  ] as const)('of an account that %s', async (_, state, sent) => {
    const { schedule, replies, waiting, managerId, table } = await someConversation();
    await schedule('On Monday at ten.', -1000);
    await table.manager(managerId).update(state);
    expect(await sendScheduledReplies(cloud)).toBe(sent);
    expect(await replies()).toHaveLength(sent);
    expect((await waiting()).map(({ failure }) => failure?.reason)).toEqual(sent ? [] : ['account-closed']);
  });

  test('is erased with its conversation', async () => {
    const { schedule, waiting, managerId, conversationId } = await someConversation();
    await Promise.all(Array.from({ length: SCHEDULED_MAX }, () => schedule('On Monday at ten.', 60_000)));
    await eraseConversation(cloud, managerId, conversationId);
    expect(await waiting()).toEqual([]);
  });

  test('of a conversation that is gone is removed, and the others are sent', async () => {
    const one = await someConversation();
    const other = await someConversation();
    await one.schedule('Too late.', -2000);
    await other.schedule('In time.', -1000);
    await one.conversation.delete();
    expect(await sendScheduledReplies(cloud)).toBe(1);
    expect(await one.waiting()).toEqual([]);
    expect(await other.replies()).toHaveLength(1);
  });
});
