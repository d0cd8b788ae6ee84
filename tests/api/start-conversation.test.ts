import { createApp } from '@foyer/functions/app';
import { tables } from '@foyer/functions/db';
import { nanoid } from 'nanoid';
import { describe, expect, test } from 'vitest';
import { ORIGIN, openTestCloud, PROXIES, someManager } from '../support/cloud.ts';
import { newCode, Visitor } from '../support/visitor.ts';

const cloud = openTestCloud();
const app = createApp(cloud);
const visitor = () => new Visitor(app.request);

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
    expect(body.messages).toMatchObject([{ id: messageId, sender: 'visitor', text: 'Hello\nAda' }]);
    const stored = (
      await tables(await cloud.firestore())
        .conversation(managerId, body.conversation.id)
        .get()
    ).data();
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

  test('costs three reads and six writes at most, and a read less when the manager is known', async () => {
    const limited = openTestCloud({ config: { ...cloud.config, trustedProxies: PROXIES } });
    const [{ slug }, other] = [await someManager(limited), await someManager(limited)];
    const from = (address: string) => new Visitor(createApp(limited).request, ORIGIN, address);
    await from('192.0.2.1').start(other.slug);
    limited.operations.reset();
    // Conversation, message and code; the hour and the month of the manager, and the network's limits.
    await from('198.51.100.1').start(slug);
    // The page, the network's limits and the hour of the manager.
    expect(limited.operations).toMatchObject({ reads: 3, writes: 6 });
    limited.operations.reset();
    await from('203.0.113.1').start(slug);
    expect(limited.operations).toMatchObject({ reads: 1, writes: 6 });
  });

  test('whose answer was lost can be sent again: it is one conversation with one message', async () => {
    const { slug, managerId } = await someManager(cloud);
    const first = { code: newCode(), messageId: nanoid(), text: 'Are you there?' };
    const lost = await visitor().start(slug, first);
    const again = await visitor().start(slug, first);
    expect(again.status).toBe(200);
    expect(again.body.conversation.id).toBe(lost.body.conversation.id);
    expect(again.body.messages).toHaveLength(1);
    const table = tables(await cloud.firestore());
    expect((await table.conversation(managerId, lost.body.conversation.id).get()).data()?.messageCount).toBe(1);
  });

  test('sent twenty times at once is one conversation with one message', async () => {
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
    const db = await cloud.firestore();
    const keys = await db.collection('resumeKeys').where('conversationId', '==', body.conversation.id).get();
    await Promise.all(keys.docs.map((key) => key.ref.delete()));
    const replay = await visitor().start(slug, { ...first, messageId: nanoid() });
    expect([replay.status, replay.body.code]).toEqual([409, 'message-conflict']);
    expect(replay.headers.get('set-cookie')).toBeNull();
    expect((await tables(db).conversation(managerId, body.conversation.id).get()).data()?.messageCount).toBe(1);
  });

  test('to a page that does not exist is told so, and nothing is stored', async () => {
    cloud.operations.reset();
    const { status, body, headers } = await visitor().start('nobody-lives-here');
    expect([status, body.code]).toEqual([404, 'unknown-slug']);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(cloud.operations.writes).toBe(0);
  });

  test('is answered without a token when none can be signed, and is stored all the same', async () => {
    const failing = openTestCloud({ auth: () => Promise.reject(new Error('no signer')) });
    const { slug } = await someManager(failing);
    const { status, body } = await new Visitor(createApp(failing).request).start(slug);
    expect(status).toBe(200);
    expect(body.token).toBeNull();
    expect(body.messages).toHaveLength(1);
  });
});
