import { createApp } from '@foyer/functions/app';
import { FieldValue } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';
import { describe, expect, test } from 'vitest';
import { failNextCommit } from '../support/break-after.ts';
import { openTestCloud, someManager, type TestCloud } from '../support/cloud.ts';
import { newCode, Visitor } from '../support/visitor.ts';

/** A visitor in a new conversation, past the burst of the first message. */
async function someConversation(cloud: TestCloud = openTestCloud()) {
  const { slug, managerId } = await someManager(cloud);
  const visitor = new Visitor(createApp(cloud).request);
  const { body } = await visitor.start(slug);
  const conversationId = body.conversation.id;
  const table = await cloud.tables();
  return {
    cloud,
    slug,
    visitor,
    conversationId,
    conversation: table.conversation(managerId, conversationId),
    messages: table.messages(managerId, conversationId),
  };
}

describe("a visitor's further message", () => {
  test('is stored with its summary', async () => {
    const { visitor, conversationId, conversation, messages } = await someConversation();
    const { status, body } = await visitor.send(conversationId, 'And another thing');
    expect(status).toBe(200);
    expect((await messages.doc(body.id).get()).data()).toMatchObject({ sender: 'visitor', text: 'And another thing' });
    expect((await conversation.get()).data()).toMatchObject({
      unread: 2,
      messageCount: 2,
      lastMessage: { id: body.id, preview: 'And another thing' },
    });
  });

  test('costs two writes in a known conversation, and one shared read per thirty seconds', async () => {
    const { cloud, visitor, conversationId } = await someConversation();
    cloud.operations.reset();
    const count = 20;
    for (let sent = 0; sent < count; sent++) {
      cloud.advance(4000);
      expect((await visitor.send(conversationId, `Message ${sent}`)).status).toBe(200);
    }
    expect(cloud.operations.writes).toBe(2 * count);
    expect(cloud.operations.reads).toBe(Math.floor((count * 4000) / 30_000));
  });

  test('sent twenty times simultaneously is stored once', async () => {
    const { visitor, conversationId, conversation, messages } = await someConversation();
    const id = nanoid();
    const replies = await Promise.all(Array.from({ length: 20 }, () => visitor.send(conversationId, 'Once', id)));
    expect(replies.map((reply) => reply.status)).toEqual(new Array(20).fill(200));
    expect((await messages.get()).size).toBe(2);
    expect((await conversation.get()).data()).toMatchObject({ unread: 2, messageCount: 2 });
  });

  test('sent twenty times simultaneously to two instances is stored once', async () => {
    const { cloud, visitor, conversationId, conversation, messages } = await someConversation();
    const other = new Visitor(createApp({ ...openTestCloud(), now: cloud.now }).request);
    other.cookie = visitor.cookie;
    const id = nanoid();
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, turn) => (turn % 2 ? visitor : other).send(conversationId, 'Once', id)),
    );
    expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([200]));
    expect((await messages.get()).size).toBe(2);
    expect((await conversation.get()).data()).toMatchObject({ unread: 2, messageCount: 2 });
  });

  test('under an id of another text is a conflict, even for an instance that never saw it', async () => {
    const { visitor, conversationId } = await someConversation();
    const id = nanoid();
    await visitor.send(conversationId, 'One', id);
    expect((await visitor.send(conversationId, 'Two', id)).body.code).toBe('message-conflict');
    const restarted = new Visitor(createApp(openTestCloud()).request);
    restarted.cookie = visitor.cookie;
    expect((await restarted.send(conversationId, 'Two', id)).body.code).toBe('message-conflict');
    expect((await restarted.send(conversationId, 'One', id)).status).toBe(200);
  });

  test('gets the exact wait when there are too many, across instances', async () => {
    const { cloud, visitor, conversationId, conversation } = await someConversation();
    const now = cloud.now();
    const frozen = () => createApp({ ...openTestCloud(), now: () => now });
    const instances = [new Visitor(frozen().request), new Visitor(frozen().request)];
    for (const instance of instances) instance.cookie = visitor.cookie;
    const replies = await Promise.all(
      Array.from({ length: 24 }, (_, turn) => (instances[turn % 2] ?? visitor).send(conversationId, `Message ${turn}`)),
    );
    const refused = replies.filter((reply) => reply.status === 429);
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(9);
    expect(refused).toHaveLength(15);
    expect(refused[0]?.body).toMatchObject({ code: 'too-fast', retryAfterSeconds: 4 });
    expect(refused[0]?.headers.get('retry-after')).toBe('4');
    expect((await conversation.get()).data()?.messageCount).toBe(10);
    cloud.stopClock(now);
    expect((await visitor.send(conversationId, 'Still too fast')).status).toBe(429);
    cloud.advance(5000);
    expect((await visitor.send(conversationId, 'Now it goes')).status).toBe(200);
  });

  test('reaches a conversation that the manager writes at the same time', async () => {
    const { cloud, visitor, conversationId, conversation } = await someConversation();
    for (let turn = 0; turn < 5; turn++) {
      cloud.advance(4000);
      await conversation.update({ unread: 0, updatedAt: FieldValue.serverTimestamp() });
      expect((await visitor.send(conversationId, `Message ${turn}`)).status).toBe(200);
    }
    expect((await conversation.get()).data()).toMatchObject({ unread: 1, messageCount: 6 });
  });

  test('is retried when the store aborts its commit for another writer', async () => {
    const { cloud, visitor, conversationId, conversation, messages } = await someConversation();
    failNextCommit(await cloud.firestore(), 10);
    expect((await visitor.send(conversationId, 'Twice tried')).status).toBe(200);
    expect((await messages.get()).size).toBe(2);
    expect((await conversation.get()).data()).toMatchObject({ unread: 2, messageCount: 2 });
  });

  test('reopens a closed conversation', async () => {
    const { visitor, conversationId, conversation } = await someConversation();
    await conversation.update({ status: 'archived' });
    await visitor.send(conversationId, 'One more question');
    expect((await conversation.get()).data()?.status).toBe('open');
  });

  test('survives a restart of the function, with everything before it', async () => {
    const { visitor, conversationId, messages } = await someConversation();
    await visitor.send(conversationId, 'Before');
    const restarted = new Visitor(createApp(openTestCloud()).request);
    restarted.cookie = visitor.cookie;
    expect((await restarted.send(conversationId, 'After')).status).toBe(200);
    const texts = (await messages.orderBy('createdAt').get()).docs.map((message) => message.data().text);
    expect(texts).toEqual(['Good morning', 'Before', 'After']);
  });

  test('after a revocation and a resume is accepted by an instance with outdated memory', async () => {
    const { visitor, conversation, slug } = await someConversation();
    const code = newCode();
    const { body } = await visitor.start(slug, { code });
    const started = conversation.parent.doc(body.conversation.id);
    await visitor.send(body.conversation.id, 'Remembered here');
    await started.update({ epoch: 1 });
    const elsewhere = new Visitor(createApp(openTestCloud()).request);
    await elsewhere.resume(slug, code);
    visitor.cookie = elsewhere.cookie;
    expect((await visitor.send(body.conversation.id, 'Here again')).status).toBe(200);
  });

  test('is refused if the conversation was revoked or erased in between', async () => {
    const { visitor, conversationId, conversation, slug } = await someConversation();
    await visitor.send(conversationId, 'Known to the instance');
    await conversation.update({ epoch: 1 });
    expect((await visitor.send(conversationId, 'Too late')).body.code).toBe('session-ended');
    expect((await visitor.open(slug)).body.code).toBe('session-ended');
    await conversation.delete();
    expect((await visitor.send(conversationId, 'Gone')).body.code).toBe('conversation-deleted');
    expect((await visitor.open(slug)).body.code).toBe('conversation-deleted');
  });
});
