import { createApp } from '@foyer/functions/app';
import { wakeConversations } from '@foyer/functions/conversations/wake-conversations';
import { Timestamp } from '@google-cloud/firestore';
import { describe, expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { Visitor } from '../support/visitor.ts';

async function snoozedFor(ms: number) {
  const cloud = openTestCloud();
  const { slug, managerId } = await someManager(cloud);
  const visitor = new Visitor(createApp(cloud).request);
  const { body } = await visitor.start(slug);
  const conversation = (await cloud.tables()).conversation(managerId, body.conversation.id);
  await conversation.update({ status: 'snoozed', snoozedUntil: Timestamp.fromMillis(cloud.now() + ms) });
  return { cloud, visitor, conversation, conversationId: body.conversation.id };
}

describe('a snoozed conversation', () => {
  test('is open again once its time has come, and not before', async () => {
    const { cloud, conversation } = await snoozedFor(60_000);
    await wakeConversations(cloud);
    expect((await conversation.get()).data()?.status).toBe('snoozed');
    cloud.advance(61_000);
    expect(await wakeConversations(cloud)).toBeGreaterThanOrEqual(1);
    expect((await conversation.get()).data()).toMatchObject({ status: 'open', snoozedUntil: null });
  });

  test('is woken once, however often and however parallel the run is', async () => {
    const { cloud, conversation } = await snoozedFor(-1000);
    await Promise.all(Array.from({ length: 5 }, () => wakeConversations(cloud)));
    const woken = await conversation.get();
    await wakeConversations(cloud);
    expect((await conversation.get()).updateTime).toEqual(woken.updateTime);
  });

  test('is woken by a message of the visitor', async () => {
    const { visitor, conversation, conversationId } = await snoozedFor(3_600_000);
    await visitor.send(conversationId, 'Did you get this?');
    expect((await conversation.get()).data()).toMatchObject({ status: 'open', snoozedUntil: null, unread: 2 });
  });
});
