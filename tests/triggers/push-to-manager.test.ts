import type { ConversationDocument } from '@foyer/domain/conversation';
import { FRONT_MS } from '@foyer/domain/device';
import { MANAGER } from '@foyer/domain/participant';
import type { Settings } from '@foyer/domain/settings';
import type { MessageCreated } from '@foyer/functions/events/event';
import { retryFailures } from '@foyer/functions/events/failures';
import { handleEvent } from '@foyer/functions/events/handle-event';
import { pushToManager } from '@foyer/functions/events/push-to-manager/push-to-manager';
import type { Subscriber } from '@foyer/functions/events/subscriber';
import { PushRefused } from '@foyer/functions/push/push-sender';
import { Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';
import { describe, expect, test } from 'vitest';
import { begun } from '../support/conversation.ts';
import { openTestPost } from '../support/post.ts';
import { fakePushes, putDevices } from '../support/some-push.ts';

const MINUTE_MS = 60_000;
const REFUSED = new PushRefused(503);
const NAMED = { visitor: { name: 'Mina Okafor', locale: 'en' } };

interface Scene {
  devices?: readonly string[];
  settings?: Partial<Settings>;
  /** Differences of the conversation from an unread one of Mina in the inbox. */
  traits?: Partial<ConversationDocument<Timestamp>>;
  text?: string;
  /** How old the message is, and the dashboard's last mark that it is in front. */
  ageMs?: number;
  frontMs?: number;
}

/**
 * A manager with devices, and a conversation with one message that was not told yet. Without the message’s document: the deployed trigger
 * in the emulators would tell of it too.
 */
async function someScene({
  devices = ['phone'],
  settings = {},
  traits = NAMED,
  text = 'Are you free on Monday?',
  ageMs = 0,
  frontMs,
}: Scene = {}) {
  const pushes = fakePushes();
  const post = openTestPost({ push: async () => pushes.sender });
  const table = await post.tables();
  const [managerId, conversationId] = [nanoid(), nanoid()];
  const ids = await putDevices(post, managerId, devices);
  if (frontMs !== undefined) await table.devices(managerId).update({ frontAt: Timestamp.fromMillis(post.now() - frontMs) });
  await table.settings(managerId).set({ ...settings, updatedAt: Timestamp.now() });
  const { conversation, first } = begun({ text, at: Timestamp.fromMillis(post.now() - ageMs), traits });
  await table.conversation(managerId, conversationId).set(conversation);
  const event: MessageCreated = { managerId, conversationId, messageId: first.id, message: first.message };
  /** Only a retry reads it. Call it after the first attempt, so that the deployed trigger finds the alert. */
  const storeMessage = () => table.message(managerId, conversationId, first.id).set(first.message);
  /** The event of a further message, the conversation's newest. */
  const next = async (): Promise<MessageCreated> => {
    const messageId = nanoid();
    await table.conversation(managerId, conversationId).update({ 'lastMessage.id': messageId });
    return { ...event, messageId };
  };
  const tell = (told = event, subscribers: readonly Subscriber[] = [pushToManager]) => handleEvent(post, told, subscribers);
  return { ...pushes, post, table, managerId, conversationId, ids, event, next, storeMessage, tell };
}

const failuresOf = async ({ table, managerId }: Awaited<ReturnType<typeof someScene>>) =>
  (await table.failures().where('managerId', '==', managerId).get()).docs.map((found) => found.data());

describe('a visitor’s message', () => {
  test('is told once on every device, without its text', async () => {
    const { tell, sent, conversationId } = await someScene({ devices: ['phone', 'laptop'] });
    await tell();
    expect(sent.map(({ endpoint }) => endpoint).toSorted()).toEqual(['laptop', 'phone']);
    expect(sent[0]).toMatchObject({
      topic: conversationId,
      payload: {
        kind: 'message',
        conversationId,
        title: 'Mina Okafor',
        body: '1 unread message',
        unread: 1,
        language: 'en',
        direction: 'ltr',
      },
    });
    expect(JSON.stringify(sent)).not.toContain('Monday');
  });

  test('is told with its text if the manager wants that', async () => {
    const { tell, sent } = await someScene({ settings: { isTextInPush: true } });
    await tell();
    expect(sent[0]?.payload).toMatchObject({ body: 'Are you free on Monday?' });
  });

  test('is told in the language of the settings, else of the browser', async () => {
    const hebrew = await someScene({ settings: { language: 'he' }, traits: {} });
    await hebrew.tell();
    expect(hebrew.sent[0]?.payload).toMatchObject({ title: 'הודעה חדשה', direction: 'rtl' });
    const german = await someScene({ traits: {} });
    await putDevices(german.post, german.managerId, ['phone'], { language: 'de' });
    await german.tell();
    expect(german.sent[0]?.payload).toMatchObject({ title: 'Neue Nachricht', reply: 'Antworten' });
  });

  test('is told once, though its event arrives five times together and again later', async () => {
    const { tell, sent } = await someScene({ devices: ['phone', 'laptop'] });
    await Promise.all(Array.from({ length: 5 }, () => tell()));
    await tell();
    expect(sent).toHaveLength(2);
  });

  test('costs three reads and one write', async () => {
    const { tell, post } = await someScene({ devices: ['phone', 'laptop', 'tablet'] });
    post.operations.reset();
    await tell();
    expect(post.operations).toMatchObject({ reads: 3, writes: 1 });
  });

  test('costs the same after one that was told, though its alert is created earlier', async () => {
    const { tell, next, post, sent } = await someScene();
    await tell();
    const second = await next();
    post.operations.reset();
    await Promise.all([tell(second), tell(second)]);
    await tell(second);
    expect(sent).toHaveLength(2);
    expect(post.operations).toMatchObject({ reads: 9, writes: 1 });
  });

  test('costs one write for the first one that a dashboard shows, and none for the next', async () => {
    const { tell, next, post, sent, table, managerId } = await someScene();
    await tell();
    await table.devices(managerId).update({ frontAt: Timestamp.fromMillis(post.now()) });
    const shown = [await next(), await next()];
    post.operations.reset();
    for (const event of shown) await tell(event);
    expect(sent).toHaveLength(1);
    expect(post.operations.writes).toBe(1);
  });

  test('leaves nothing if its conversation was deleted after the one before was told', async () => {
    const { tell, next, post, sent, table, managerId, conversationId } = await someScene();
    await tell();
    const late = await next();
    await table.conversation(managerId, conversationId).delete();
    await tell(late);
    expect(sent).toHaveLength(1);
    expect((await table.alert(conversationId, late.messageId).get()).exists).toBe(false);
    post.operations.reset();
    await tell(late);
    expect(post.operations.writes).toBe(0);
  });

  test('is mailed about if the manager chose that after the one before was told', async () => {
    const { tell, next, post, table, conversationId } = await someScene();
    const mailDueAt = post.now() + MINUTE_MS;
    const subscribers: Subscriber[] = [pushToManager, { name: 'mail', prepare: async () => ({ mailDueAt }) }];
    await tell();
    const second = await next();
    await tell(second, subscribers);
    expect((await table.alert(conversationId, second.messageId).get()).data()?.mailDueAt?.toMillis()).toBe(mailDueAt);
    const third = await next();
    post.operations.reset();
    await tell(third, subscribers);
    expect(post.operations).toMatchObject({ reads: 3, writes: 1 });
    expect((await table.alert(conversationId, third.messageId).get()).data()?.mailDueAt?.toMillis()).toBe(mailDueAt);
  });

  test('costs two reads in half a minute, and no write, for a manager without devices', async () => {
    const { tell, post } = await someScene({ devices: [] });
    post.operations.reset();
    await tell();
    await tell();
    expect(post.operations).toMatchObject({ reads: 2, writes: 0 });
  });
});

test('a burst is told once in whatever order its events come: 200 conversations, each in its own', async () => {
  const { table, managerId, tell, sent } = await someScene();
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      for (let round = 0; round < 10; round++) {
        const conversationId = nanoid();
        const { conversation, first } = begun({ text: 'Three', traits: { ...NAMED, unread: 3 } });
        await table.conversation(managerId, conversationId).set(conversation);
        const ids = [nanoid(), nanoid(), first.id];
        const events = ids.map((messageId) => ({ managerId, conversationId, messageId, message: first.message }));
        const shuffled = [...events, ...events].map((event) => ({ event, at: Math.random() })).sort((one, other) => one.at - other.at);
        for (const { event } of shuffled) await tell(event);
        expect(sent.filter(({ topic }) => topic === conversationId)).toMatchObject([{ payload: { unread: 3 } }]);
      }
    }),
  );
});

describe('nothing is told', () => {
  const at = (time: string) => ({ quietHours: { from: '22:00', to: '07:00' }, timeZone: 'UTC', at: Date.parse(time) });

  test.each<[string, Scene, Scene]>([
    ['in a muted conversation', { traits: { ...NAMED, isMuted: true } }, { traits: { ...NAMED, isMuted: false } }],
    ['of someone blocked', { traits: { ...NAMED, blockedAt: Timestamp.now() } }, { traits: { ...NAMED, blockedAt: null } }],
    ['in the requests', { traits: { ...NAMED, tray: 'requests' } }, { traits: { ...NAMED, tray: 'inbox' } }],
    ['in spam', { traits: { ...NAMED, tray: 'spam' } }, { traits: { ...NAMED, tray: 'inbox' } }],
    ['that was read already', { traits: { ...NAMED, unread: 0 } }, { traits: { ...NAMED, unread: 1 } }],
    ['after an hour', { ageMs: 61 * MINUTE_MS }, { ageMs: 59 * MINUTE_MS }],
    ['to a manager who must not be disturbed', { settings: { availability: 'do-not-disturb' } }, { settings: { availability: 'away' } }],
    ['while a dashboard is in front', { frontMs: FRONT_MS - 5000 }, { frontMs: FRONT_MS + 5000 }],
    ['without devices', { devices: [] }, { devices: ['phone'] }],
  ])('%s', async (_, silent, loud) => {
    const [one, other] = [await someScene(silent), await someScene(loud)];
    await one.tell();
    await other.tell();
    expect([one.sent.length, other.sent.length]).toEqual([0, 1]);
  });

  test('in quiet hours', async () => {
    const { quietHours, timeZone } = at('');
    const counts = [];
    for (const time of ['2026-11-28T21:59Z', '2026-11-28T22:00Z', '2026-11-29T06:59Z', '2026-11-29T07:00Z']) {
      const { tell, post, sent, table, managerId, event } = await someScene({ settings: { quietHours, timeZone } });
      post.stopClock(at(time).at);
      await putDevices(post, managerId, ['phone']);
      await table.settings(managerId).set({ quietHours, timeZone, updatedAt: Timestamp.now() });
      await tell({ ...event, message: { ...event.message, createdAt: Timestamp.fromMillis(at(time).at) } });
      counts.push(sent.length);
    }
    expect(counts).toEqual([1, 0, 0, 1]);
  });

  test('of a conversation that was deleted meanwhile', async () => {
    const { tell, sent, table, managerId, conversationId } = await someScene();
    await table.conversation(managerId, conversationId).delete();
    await tell();
    expect(sent).toEqual([]);
  });

  test('of the manager’s own reply, at no cost', async () => {
    const { tell, sent, post, event } = await someScene();
    post.operations.reset();
    await tell({ ...event, message: { ...event.message, sender: MANAGER } });
    expect(sent).toEqual([]);
    expect(post.operations).toMatchObject({ reads: 0, writes: 0 });
  });

  test('by a site without a key', async () => {
    const { post, event, sent } = await someScene();
    await handleEvent({ ...post, push: async () => null }, event, [pushToManager]);
    expect(sent).toEqual([]);
  });
});

describe('a device', () => {
  test('that fails stops no other, and alone is told again', async () => {
    const scene = await someScene({ devices: ['phone', 'laptop', 'tablet'] });
    scene.outcomes.set('laptop', REFUSED);
    await scene.tell();
    await scene.storeMessage();
    expect(scene.sent.map(({ endpoint }) => endpoint)).toEqual(['phone', 'tablet']);
    expect(await failuresOf(scene)).toMatchObject([
      { subscriber: 'push-to-manager', attempts: 1, error: 'PushRefused 503', targets: [scene.ids[1]] },
    ]);

    scene.post.advance(2 * MINUTE_MS);
    await retryFailures(scene.post, [pushToManager]);
    expect(await failuresOf(scene)).toMatchObject([{ attempts: 2, targets: [scene.ids[1]] }]);

    scene.outcomes.delete('laptop');
    scene.post.advance(6 * MINUTE_MS);
    await retryFailures(scene.post, [pushToManager]);
    expect(scene.sent.map(({ endpoint }) => endpoint)).toEqual(['phone', 'tablet', 'laptop']);
    expect(await failuresOf(scene)).toEqual([]);
  });

  test('whose service asks for a wait is told after it', async () => {
    const scene = await someScene({ devices: ['phone', 'laptop'] });
    scene.outcomes.set('phone', new PushRefused(429, 30 * MINUTE_MS)).set('laptop', REFUSED);
    await scene.tell();
    await scene.storeMessage();
    scene.outcomes.clear();
    scene.post.advance(29 * MINUTE_MS);
    await retryFailures(scene.post, [pushToManager]);
    expect(scene.sent).toEqual([]);
    scene.post.advance(2 * MINUTE_MS);
    await retryFailures(scene.post, [pushToManager]);
    expect(scene.sent.map(({ endpoint }) => endpoint)).toEqual(['phone', 'laptop']);
  });

  test('is not told again of what was read meanwhile', async () => {
    const scene = await someScene();
    scene.outcomes.set('phone', REFUSED);
    await scene.tell();
    await scene.storeMessage();
    await scene.table.conversation(scene.managerId, scene.conversationId).update({ unread: 0 });
    scene.outcomes.delete('phone');
    scene.post.advance(2 * MINUTE_MS);
    await retryFailures(scene.post, [pushToManager]);
    expect(scene.sent).toEqual([]);
    expect(await failuresOf(scene)).toEqual([]);
  });

  test('whose browser wants no more pushes is forgotten', async () => {
    const { tell, outcomes, sent, table, managerId, ids } = await someScene({ devices: ['phone', 'laptop', 'tablet'] });
    outcomes.set('phone', 'gone').set('tablet', 'gone');
    await tell();
    expect(sent.map(({ endpoint }) => endpoint)).toEqual(['laptop']);
    expect(Object.keys((await table.devices(managerId).get()).data()?.devices ?? {})).toEqual([ids[1]]);
  });

  test('records its use once a day', async () => {
    const { tell, post, table, managerId, conversationId, event } = await someScene({ devices: ['phone', 'laptop'] });
    const usedAt = async () =>
      Object.values((await table.devices(managerId).get()).data()?.devices ?? {}).map((device) => device.usedAt.toMillis());
    const before = await usedAt();
    const tellLater = async (hours: number) => {
      post.advance(hours * 60 * MINUTE_MS);
      const messageId = nanoid();
      await table.conversation(managerId, conversationId).update({ 'lastMessage.id': messageId });
      post.operations.reset();
      await tell({ ...event, messageId, message: { ...event.message, createdAt: Timestamp.fromMillis(post.now()) } });
      return post.operations.writes;
    };
    expect(await tellLater(23)).toBe(1);
    expect(await usedAt()).toEqual(before);
    expect(await tellLater(2)).toBe(2);
    expect(await usedAt()).toEqual([post.now(), post.now()].map((now) => expect.closeTo(now, -4)));
    expect(await tellLater(1)).toBe(1);
  });
});

test('a subscriber that always fails ends in the failures, and the others go on', async () => {
  const scene = await someScene();
  const poison: Subscriber = { name: 'poison', prepare: () => Promise.reject(new TypeError('It can’t read this.')) };
  await scene.tell(scene.event, [poison, pushToManager]);
  await scene.storeMessage();
  for (const minutes of [1, 5, 15, 60, 240, 600]) {
    scene.post.advance((minutes + 1) * MINUTE_MS);
    await retryFailures(scene.post, [poison, pushToManager]);
  }
  expect(scene.sent).toHaveLength(1);
  expect(await failuresOf(scene)).toMatchObject([{ subscriber: 'poison', attempts: 6, error: 'TypeError', nextAt: null }]);
});
