import { MANAGER, type ParticipantId, SYSTEM, VISITOR } from '@foyer/domain/participant';
import { subscribeToRepliesEndpoint } from '@foyer/domain/visitor-push';
import { createApp } from '@foyer/functions/app';
import { sendScheduledReplies } from '@foyer/functions/conversations/send-scheduled-replies';
import type { MessageCreated } from '@foyer/functions/events/event';
import { retryFailures } from '@foyer/functions/events/failures';
import { handleEvent } from '@foyer/functions/events/handle-event';
import type { Post } from '@foyer/functions/events/post';
import { createPushToVisitor } from '@foyer/functions/events/push-to-visitor/push-to-visitor';
import { FieldValue, Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';
import { describe, expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { addMessage, fromManager } from '../support/conversation.ts';
import { fakePushes, somePush } from '../support/some-push.ts';
import { newCode, Visitor } from '../support/visitor.ts';

const MINUTE_MS = 60_000;

/** A conversation whose visitor asked for a push in one browser, and its events. */
async function someConversation() {
  const fake = fakePushes();
  const cloud = openTestCloud({ push: async () => fake.sender });
  const { managerId, slug } = await someManager(cloud);
  const visitor = new Visitor(createApp(cloud).request);
  const { body } = await visitor.start(slug);
  const conversationId = body.conversation.id;
  const table = await cloud.tables();
  const post: Post = { ...cloud, origin: 'https://foyer.test', push: async () => fake.sender, mail: async () => null };

  const subscribe = async (language: 'en' | 'ar' = 'en') => {
    const pushId = nanoid();
    const subscription = somePush();
    const reply = await visitor.call(subscribeToRepliesEndpoint, {
      params: { conversationId, pushId },
      body: { subscription, language },
    });
    expect(reply.status).toBe(204);
    return { pushId, ...subscription };
  };
  const eventOf = async (sender: ParticipantId = MANAGER) => {
    const messageId = await addMessage(table, managerId, conversationId, { sender, text: 'Yes, at nine.' });
    const message = (await table.message(managerId, conversationId, messageId).get()).data();
    if (!message) throw new Error('There is no message.');
    return { managerId, conversationId, messageId, message };
  };
  /** A thread shows what there is, as its mark says. */
  const seen = () => table.presence(managerId, conversationId, VISITOR).set({ seenAt: FieldValue.serverTimestamp() });
  const endpoints = () => fake.sent.map(({ endpoint }) => endpoint).sort();
  return { ...fake, cloud, post, table, managerId, slug, visitor, conversationId, subscribe, eventOf, seen, endpoints };
}

/** Without the time that an open thread has to show the reply. */
const SUBSCRIBERS = [createPushToVisitor(async () => undefined)];

const handle = (post: Post, event: MessageCreated) => handleEvent(post, event, SUBSCRIBERS);

describe('a reply to a visitor who is away', () => {
  test('is told once per browser, however often and in whatever order its events come', async () => {
    const { post, subscribe, eventOf, endpoints, sent, conversationId } = await someConversation();
    const [one, other] = [await subscribe(), await subscribe()];
    const events = [await eventOf(), await eventOf()];
    const shuffled = Array.from({ length: 10 }, (_, index) => events[index % 2] as (typeof events)[0]).sort(() => Math.random() - 0.5);
    await Promise.all(shuffled.map((event) => handle(post, event)));
    for (const event of shuffled) await handle(post, event);
    expect(endpoints()).toEqual([one.endpoint, one.endpoint, other.endpoint, other.endpoint].sort());
    expect(new Set(sent.map(({ topic }) => topic))).toEqual(new Set([conversationId]));
  });

  test('is told when it is sent at its scheduled time, and not before', async () => {
    const { cloud, post, table, subscribe, endpoints, managerId, conversationId } = await someConversation();
    const one = await subscribe();
    const messageId = nanoid();
    const at = Timestamp.now();
    const sendAt = Timestamp.fromMillis(cloud.now() + MINUTE_MS);
    await table.scheduledReply(managerId, conversationId, messageId).set({ text: 'At nine.', sendAt, createdAt: at, updatedAt: at });
    await table.conversation(managerId, conversationId).update({ scheduled: FieldValue.arrayUnion(messageId) });
    await sendScheduledReplies(cloud);
    const reply = table.message(managerId, conversationId, messageId);
    expect((await reply.get()).exists).toBe(false);
    cloud.advance(2 * MINUTE_MS);
    await sendScheduledReplies(cloud);
    const message = (await reply.get()).data();
    if (!message) throw new Error('The reply was not sent.');
    for (let time = 0; time < 3; time++) await handle(post, { managerId, conversationId, messageId, message });
    expect(endpoints()).toEqual([one.endpoint]);
  });

  test('is told by name alone, in the language of the browser', async () => {
    const { post, subscribe, eventOf, sent, conversationId, slug } = await someConversation();
    await subscribe();
    await subscribe('ar');
    const event = await eventOf();
    await handle(post, event);
    const sentAtMs = event.message.createdAt.toMillis();
    const common = { tag: conversationId, slug, sentAtMs };
    const payloads = sent
      .map(({ payload }) => payload as { language: string; title: string })
      .sort((a, b) => b.language.localeCompare(a.language));
    expect(payloads).toEqual([
      { ...common, language: 'en', direction: 'ltr', title: 'Ada Moreau has answered' },
      { ...common, language: 'ar', direction: 'rtl', title: expect.stringContaining('Ada Moreau') },
    ]);
    expect(JSON.stringify(sent)).not.toContain('nine');
    expect(sent.every(({ topic }) => /^[\w-]{1,32}$/.test(topic))).toBe(true);
  });

  test('takes at most three reads and one write, and no write if nobody asked', async () => {
    const { cloud, post, subscribe, eventOf, sent } = await someConversation();
    const quiet = await eventOf();
    cloud.operations.reset();
    await handle(post, quiet);
    expect(cloud.operations).toMatchObject({ reads: 1, writes: 0 });
    await subscribe();
    const event = await eventOf();
    cloud.operations.reset();
    await handle(post, event);
    expect(cloud.operations).toMatchObject({ reads: 3, writes: 1 });
    expect(sent).toHaveLength(1);
  });

  test('removes a browser that is gone, and no other', async () => {
    const { post, table, managerId, conversationId, subscribe, eventOf, outcomes, endpoints } = await someConversation();
    const [one, other] = [await subscribe(), await subscribe()];
    outcomes.set(one.endpoint, 'gone');
    await handle(post, await eventOf());
    expect(endpoints()).toEqual([other.endpoint]);
    const reach = (await table.reach(managerId, conversationId).get()).data();
    expect(Object.keys(reach?.pushes ?? {})).toEqual([other.pushId]);
  });

  test('is told later if the push service failed, while the conversation exists', async () => {
    const { cloud, post, visitor, conversationId, subscribe, eventOf, outcomes, endpoints } = await someConversation();
    const { endpoint } = await subscribe();
    outcomes.set(endpoint, new Error('the push service failed'));
    await handle(post, await eventOf());
    outcomes.clear();
    expect(endpoints()).toEqual([]);
    cloud.advance(2 * MINUTE_MS);
    await retryFailures(post, SUBSCRIBERS);
    expect(endpoints()).toEqual([endpoint]);

    outcomes.set(endpoint, new Error('the push service failed'));
    await handle(post, await eventOf());
    outcomes.clear();
    await visitor.delete(conversationId);
    cloud.advance(2 * MINUTE_MS);
    await retryFailures(post, SUBSCRIBERS);
    expect(endpoints()).toEqual([endpoint]);
  });
});

describe('nothing is sent', () => {
  test('for a reply that a thread shows within seconds; for one to a thread just closed it is', async () => {
    const { post, subscribe, eventOf, seen, sent } = await someConversation();
    await subscribe();
    const waited: number[] = [];
    const read = createPushToVisitor(async (ms) => {
      waited.push(ms);
      await seen();
    });
    await handleEvent(post, await eventOf(), [read]);
    expect(sent).toEqual([]);
    // The thread was open until now.
    await handle(post, await eventOf());
    expect(sent).toHaveLength(1);
    expect(waited).toEqual([expect.toSatisfy((ms: number) => ms > 0 && ms <= 8000)]);
  });

  test("for the visitor's own messages and for system lines; for a reply it is", async () => {
    const { post, subscribe, eventOf, sent } = await someConversation();
    await subscribe();
    const event = await eventOf();
    const system = { ...fromManager('Ada moved this page'), sender: SYSTEM, kind: 'system' };
    await handle(post, { ...event, message: system });
    await handle(post, await eventOf(VISITOR));
    expect(sent).toEqual([]);
    await handle(post, event);
    expect(sent).toHaveLength(1);
  });

  test('once the browser was signed out, forgot the conversation, or deleted it', async () => {
    for (const end of ['sign-out', 'forget', 'delete'] as const) {
      const { cloud, post, visitor, slug, conversationId, subscribe, eventOf, sent } = await someConversation();
      await subscribe();
      const event = await eventOf();
      if (end === 'delete') await visitor.delete(conversationId);
      else if (end === 'forget') await visitor.forget(slug);
      else {
        const code = newCode();
        await visitor.replaceCode(conversationId, code);
        const other = new Visitor(createApp(cloud).request);
        await other.resume(slug, code);
        await other.signOutOthers(conversationId);
      }
      await handle(post, event);
      expect([end, sent]).toEqual([end, []]);
    }
  });

  test('once the page is closed', async () => {
    const { post, table, managerId, subscribe, eventOf, sent } = await someConversation();
    await subscribe();
    const event = await eventOf();
    await table.manager(managerId).update({ closed: { reason: 'account-disabled', at: Timestamp.now() } });
    await handle(post, event);
    expect(sent).toEqual([]);
  });

  test('on a site without a key for pushes', async () => {
    const { cloud, post, subscribe, eventOf } = await someConversation();
    await subscribe();
    const event = await eventOf();
    cloud.operations.reset();
    await handle({ ...post, push: async () => null }, event);
    expect(cloud.operations).toMatchObject({ reads: 0, writes: 0 });
  });
});
