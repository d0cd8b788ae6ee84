import { createApp } from '@foyer/functions/app';
import { nanoid } from 'nanoid';
import { describe, expect, test } from 'vitest';
import { ORIGIN, openTestCloud, PROXIES, someManager } from '../support/cloud.ts';
import { newCode, Visitor } from '../support/visitor.ts';

const cloud = openTestCloud();
const app = createApp(cloud);
const visitor = () => new Visitor(app.request);

const DAY_MS = 24 * 3600_000;
const NOON = DAY_MS / 2;

/**
 * A site that limits networks, at a stopped time of day, on a day that no other test uses: all share a day's number. `from` sends a first
 * message from an address.
 */
async function countingCloud(timeOfDay: number = NOON) {
  const limited = openTestCloud({ config: { ...cloud.config, trustedProxies: PROXIES } });
  limited.stopClock(Date.UTC(2100, 0, 1 + Math.floor(Math.random() * 1e6)) + timeOfDay);
  const from = async (address: string, slug: string) => {
    expect((await new Visitor(createApp(limited).request, ORIGIN, address).start(slug)).status).toBe(200);
  };
  const costOf = async (act: () => Promise<void>) => {
    limited.operations.reset();
    await act();
    const { reads, writes } = limited.operations;
    return { reads, writes };
  };
  return { limited, costOf, from };
}

describe("a visitor's first message", () => {
  test('starts a conversation that the manager finds in the inbox', async () => {
    const { slug, managerId } = await someManager(cloud);
    const messageId = nanoid();
    const { status, body } = await visitor().start(slug, {
      messageId,
      text: '  Hello\r\nAda  ',
      name: 'Mina',
      email: 'mina@example.org',
      section: 'not-on-the-page',
    });
    expect(status).toBe(200);
    expect(body.messages).toMatchObject([{ id: messageId, sender: 'visitor', text: '  Hello\nAda' }]);
    const stored = (await (await cloud.tables()).conversation(managerId, body.conversation.id).get()).data();
    expect(stored).toMatchObject({
      visitor: { name: 'Mina', email: 'mina@example.org' },
      status: 'open',
      tray: 'inbox',
      unread: 1,
      messageCount: 1,
      epoch: 0,
      section: null,
      lastMessage: { id: messageId, sender: 'visitor', preview: 'Hello Ada' },
    });
  });

  test('costs three reads and six writes if nothing of the manager is cached', async () => {
    const { limited, costOf, from } = await countingCloud();
    const [{ slug }, other] = [await someManager(limited), await someManager(limited)];
    await from('192.0.2.1', other.slug);
    // Writes: conversation, message, code, the network's limits, the manager's hour and month. Reads: page, limits, hour.
    expect(await costOf(() => from('198.51.100.1', slug))).toEqual({ reads: 3, writes: 6 });
  });

  test.each([
    ['immediately', NOON, 0, { reads: 1, writes: 6 }],
    ['while the hour is remembered', NOON, 9999, { reads: 1, writes: 6 }],
    ['when the hour is asked for again', NOON, 10_000, { reads: 2, writes: 6 }],
    ['when page, breaker and hour are asked for again', NOON, 30_000, { reads: 4, writes: 6 }],
    ['in the next hour', NOON - 1, 1, { reads: 2, writes: 6 }],
    // A day begins with an hour, and its first message creates the day's number.
    ['on the next day', NOON + DAY_MS / 2 - 1, 1, { reads: 3, writes: 7 }],
    ['a week later', NOON, 7 * DAY_MS, { reads: 5, writes: 7 }],
  ])('to a manager who was just written to costs the same everywhere: %s', async (_, timeOfDay, laterMs, cost) => {
    const { limited, costOf, from } = await countingCloud(timeOfDay);
    const { slug } = await someManager(limited);
    await from('192.0.2.1', slug);
    limited.advance(laterMs);
    expect(await costOf(() => from('198.51.100.1', slug))).toEqual(cost);
  });

  test('reads nothing twice if time jumps at every look at the clock', async () => {
    const { limited, costOf, from } = await countingCloud();
    const { slug } = await someManager(limited);
    await from('192.0.2.1', slug);
    const { steadyNow } = limited;
    limited.steadyNow = () => {
      limited.advance(31_000);
      return steadyNow();
    };
    // Page, breaker, limits and hour.
    expect(await costOf(() => from('198.51.100.1', slug))).toEqual({ reads: 4, writes: 6 });
  });

  test('can be repeated after a lost answer: it is one conversation with one message', async () => {
    const { slug, managerId } = await someManager(cloud);
    const first = { code: newCode(), messageId: nanoid(), text: 'Are you there?' };
    const lost = await visitor().start(slug, first);
    const again = await visitor().start(slug, first);
    expect(again.status).toBe(200);
    expect(again.body.conversation.id).toBe(lost.body.conversation.id);
    expect(again.body.messages).toHaveLength(1);
    const table = await cloud.tables();
    expect((await table.conversation(managerId, lost.body.conversation.id).get()).data()?.messageCount).toBe(1);
  });

  test('sent twenty times simultaneously is one conversation with one message', async () => {
    const { slug } = await someManager(cloud);
    const first = { code: newCode(), messageId: nanoid(), text: 'Once' };
    const replies = await Promise.all(Array.from({ length: 20 }, () => visitor().start(slug, first)));
    expect(replies.map((reply) => reply.status)).toEqual(new Array(20).fill(200));
    expect(new Set(replies.map((reply) => reply.body.conversation.id)).size).toBe(1);
    expect((await new Visitor(app.request).resume(slug, first.code)).body.messages).toHaveLength(1);
  });

  test('with the same code and another text under the same id is a conflict', async () => {
    const { slug } = await someManager(cloud);
    const first = { code: newCode(), messageId: nanoid(), text: 'One' };
    await visitor().start(slug, first);
    const { status, body } = await visitor().start(slug, { ...first, text: 'Two' });
    expect([status, body.code]).toEqual([409, 'message-conflict']);
  });

  test('with a code that was replaced since opens nothing', async () => {
    const { slug, managerId } = await someManager(cloud);
    const first = { code: newCode(), messageId: nanoid(), text: 'One' };
    const { body } = await visitor().start(slug, first);
    const table = await cloud.tables();
    const keys = await table.resumeKeys().where('conversationId', '==', body.conversation.id).get();
    await Promise.all(keys.docs.map((key) => key.ref.delete()));
    const replay = await visitor().start(slug, { ...first, messageId: nanoid() });
    expect([replay.status, replay.body.code]).toEqual([409, 'message-conflict']);
    expect(replay.headers.get('set-cookie')).toBeNull();
    expect((await table.conversation(managerId, body.conversation.id).get()).data()?.messageCount).toBe(1);
  });

  test('to a missing page gets an error, and nothing is stored', async () => {
    cloud.operations.reset();
    const { status, body, headers } = await visitor().start('nobody-lives-here');
    expect([status, body.code]).toEqual([404, 'unknown-slug']);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(cloud.operations.writes).toBe(0);
  });

  test('is stored and answered without a token if none can be signed', async () => {
    const failing = openTestCloud({ auth: () => Promise.reject(new Error('no signer')) });
    const { slug } = await someManager(failing);
    const { status, body } = await new Visitor(createApp(failing).request).start(slug);
    expect(status).toBe(200);
    expect(body.token).toBeNull();
    expect(body.messages).toHaveLength(1);
  });
});
