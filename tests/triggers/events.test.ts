import { MANAGER } from '@foyer/domain/participant';
import { createApp } from '@foyer/functions/app';
import type { MessageCreated } from '@foyer/functions/events/event';
import { retryFailures } from '@foyer/functions/events/failures';
import { handleEvent } from '@foyer/functions/events/handle-event';
import type { Subscriber, Task } from '@foyer/functions/events/subscriber';
import { SUBSCRIBERS } from '@foyer/functions/events/subscribers';
import type { Mailer } from '@foyer/functions/mail/mailer';
import { Timestamp } from '@google-cloud/firestore';
import { describe, expect, test } from 'vitest';
import { someManager } from '../support/cloud.ts';
import { addMessage } from '../support/conversation.ts';
import { openTestPost, type TestPost } from '../support/post.ts';
import { fakePushes, somePush } from '../support/some-push.ts';
import { Visitor } from '../support/visitor.ts';

const MINUTE_MS = 60_000;

async function eventsOf(post: TestPost, count = 1): Promise<MessageCreated[]> {
  const { slug, managerId } = await someManager(post);
  const visitor = new Visitor(createApp(post).request);
  const { body } = await visitor.start(slug);
  const conversationId = body.conversation.id;
  for (let more = 1; more < count; more++) await visitor.send(conversationId, `Message ${more}`);
  const messages = await (await post.tables()).messages(managerId, conversationId).orderBy('createdAt').get();
  return messages.docs.map((one) => ({ managerId, conversationId, messageId: one.id, message: one.data() }));
}

/** Counts the events that it carried out, by message. */
function counting(name = 'counting', task: Task = {}) {
  const carried = new Map<string, number>();
  const subscriber: Subscriber = {
    name,
    prepare: async (_, { messageId }) => ({
      ...task,
      async carryOut() {
        carried.set(messageId, (carried.get(messageId) ?? 0) + 1);
        await task.carryOut?.();
      },
    }),
  };
  return { subscriber, carried };
}

const failing: Subscriber = { name: 'failing', prepare: () => Promise.reject(new Error('a secret text')) };

describe('an event', () => {
  test('reaches each subscriber once, however often and in whatever order it is delivered', async () => {
    const post = openTestPost();
    const events = await eventsOf(post, 4);
    const { subscriber, carried } = counting();
    for (let round = 0; round < 50; round++) {
      const repeated = [...events, ...events].toSorted(() => Math.random() - 0.5);
      await Promise.all(repeated.map((event) => handleEvent(post, event, [subscriber])));
    }
    expect(carried).toEqual(new Map(events.map(({ messageId }) => [messageId, 1])));
  });

  test('costs one write if someone reacts, and nothing if no one does', async () => {
    const post = openTestPost();
    const [event] = await eventsOf(post);
    if (!event) throw new Error('no message');
    const idle: Subscriber = { name: 'idle', prepare: async () => null };
    post.operations.reset();
    await handleEvent(post, event, [idle]);
    expect(post.operations).toMatchObject({ reads: 0, writes: 0 });
    await handleEvent(post, event, [idle, counting().subscriber, counting('mail', { mailDueAt: post.now() }).subscriber]);
    expect(post.operations).toMatchObject({ reads: 0, writes: 1 });
  });

  test('has one alert with the earliest time of a mail', async () => {
    const post = openTestPost();
    const [event] = await eventsOf(post);
    if (!event) throw new Error('no message');
    const at = post.now() + 15 * MINUTE_MS;
    const [late, early] = [counting('late', { mailDueAt: at + 1 }), counting('early', { mailDueAt: at })];
    await handleEvent(post, event, [late.subscriber, early.subscriber]);
    const alert = (await (await post.tables()).alert(event.conversationId, event.messageId).get()).data();
    expect(alert).toMatchObject({ to: 'manager', managerId: event.managerId });
    expect(alert?.mailDueAt?.toMillis()).toBe(at);
  });

  test('that one subscriber fails to handle reaches the others, and is kept without its text', async () => {
    const post = openTestPost();
    const [event] = await eventsOf(post);
    if (!event) throw new Error('no message');
    const { subscriber, carried } = counting();
    const broken = counting('broken', { carryOut: () => Promise.reject(new TypeError('a secret text')) }).subscriber;
    await handleEvent(post, event, [failing, broken, subscriber]);
    expect(carried.get(event.messageId)).toBe(1);
    const kept = (await (await post.tables()).failures().where('messageId', '==', event.messageId).get()).docs.map((one) => one.data());
    expect(kept.map(({ subscriber: name, error, attempts }) => [name, error, attempts]).toSorted()).toEqual([
      ['broken', 'TypeError', 1],
      ['failing', 'Error', 1],
    ]);
    expect(JSON.stringify(kept)).not.toContain('secret');
  });
});

describe('all subscribers together', () => {
  const { sender, sent } = fakePushes();
  /** Mails are sent later, by the schedule: subscribers only ask whether there is a server. */
  const mailer = {} as Mailer;
  const openPost = () => openTestPost({ push: async () => sender, mail: async () => mailer });

  test('read three documents and write one for a message, and for a reply', async () => {
    const post = openPost();
    const [event] = await eventsOf(post);
    if (!event) throw new Error('no message');
    const { managerId, conversationId } = event;
    const table = await post.tables();
    const now = Timestamp.now();
    const device = { ...somePush(), name: 'Chrome', language: 'en', createdAt: now, usedAt: now } as const;
    await table.devices(managerId).set({ devices: { one: device } });
    await table.settings(managerId).set({ mailAfter: 'hour', updatedAt: now });
    post.operations.reset();
    await handleEvent(post, event, SUBSCRIBERS);
    expect(sent.map(({ endpoint }) => endpoint)).toEqual([device.endpoint]);
    expect(post.operations).toMatchObject({ reads: 3, writes: 1 });

    const push = { ...somePush(), sessionId: 'session', language: 'en', askedAtMs: post.now() } as const;
    const mail = {
      address: 'sealed',
      requestId: 'one',
      language: 'en',
      confirmedAt: now,
      mailedAt: null,
      attempts: 0,
      notBefore: null,
    } as const;
    await table.reach(managerId, conversationId).set({ pushes: { one: push }, mail });
    const messageId = await addMessage(table, managerId, conversationId, { sender: MANAGER, text: 'Yes' });
    const message = (await table.message(managerId, conversationId, messageId).get()).data();
    if (!message) throw new Error('no reply');
    // The time in which an open thread would show it is over.
    post.advance(MINUTE_MS);
    post.operations.reset();
    await handleEvent(post, { managerId, conversationId, messageId, message }, SUBSCRIBERS);
    expect(sent.map(({ endpoint }) => endpoint)).toEqual([device.endpoint, push.endpoint]);
    expect(post.operations).toMatchObject({ reads: 3, writes: 1 });
    const alerts = await Promise.all([event.messageId, messageId].map(async (id) => (await table.alert(conversationId, id).get()).data()));
    expect(alerts.map((alert) => [alert?.to, alert?.mailDueAt !== null])).toEqual([
      ['manager', true],
      ['visitor', true],
    ]);
  });

  test('cost a message two reads in half a minute if nobody asked for anything, and a reply one', async () => {
    const post = openPost();
    const [first, second] = await eventsOf(post, 2);
    if (!first || !second) throw new Error('no message');
    post.operations.reset();
    await handleEvent(post, first, SUBSCRIBERS);
    await handleEvent(post, second, SUBSCRIBERS);
    expect(post.operations).toMatchObject({ reads: 2, writes: 0 });
    const { managerId, conversationId, messageId, message } = second;
    await handleEvent(post, { managerId, conversationId, messageId, message: { ...message, sender: MANAGER } }, SUBSCRIBERS);
    expect(post.operations).toMatchObject({ reads: 3, writes: 0 });
  });
});

describe('a failed event', () => {
  test('is retried with growing pauses, and stays visible after the last attempt', async () => {
    const post = openTestPost();
    const [event] = await eventsOf(post);
    if (!event) throw new Error('no message');
    const failure = (await post.tables()).failure('failing', event.conversationId, event.messageId);
    await handleEvent(post, event, [failing]);
    for (const [attempts, minutes] of [1, 5, 15, 60, 240].entries()) {
      expect((await failure.get()).data()?.attempts).toBe(attempts + 1);
      post.advance((minutes - 1) * MINUTE_MS);
      await retryFailures(post, [failing]);
      expect((await failure.get()).data()?.attempts).toBe(attempts + 1);
      post.advance(2 * MINUTE_MS);
      await retryFailures(post, [failing]);
    }
    expect((await failure.get()).data()).toMatchObject({ attempts: 6, nextAt: null });
    post.advance(24 * 60 * MINUTE_MS);
    expect(await retryFailures(post, [failing])).toBe(0);
  });

  test('is handled once it can be, by one of five parallel runs', async () => {
    const post = openTestPost();
    const [event] = await eventsOf(post);
    if (!event) throw new Error('no message');
    const { subscriber, carried } = counting('failing');
    await handleEvent(post, event, [failing]);
    post.advance(2 * MINUTE_MS);
    await Promise.all(Array.from({ length: 5 }, () => retryFailures(post, [subscriber])));
    expect(carried.get(event.messageId)).toBe(1);
    const failure = (await post.tables()).failure('failing', event.conversationId, event.messageId);
    expect((await failure.get()).exists).toBe(false);
  });

  test('of a deleted message is dropped', async () => {
    const post = openTestPost();
    const [event] = await eventsOf(post);
    if (!event) throw new Error('no message');
    const { subscriber, carried } = counting('failing');
    await handleEvent(post, event, [failing]);
    await (await post.tables()).message(event.managerId, event.conversationId, event.messageId).delete();
    post.advance(2 * MINUTE_MS);
    await retryFailures(post, [subscriber]);
    expect(carried.size).toBe(0);
    expect((await (await post.tables()).failure('failing', event.conversationId, event.messageId).get()).exists).toBe(false);
  });
});
