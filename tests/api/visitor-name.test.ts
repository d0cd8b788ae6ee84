import { changeVisitorEndpoint } from '@foyer/domain/visitor';
import { createApp } from '@foyer/functions/app';
import { Timestamp } from '@google-cloud/firestore';
import { describe, expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { newCode, Visitor } from '../support/visitor.ts';

const cloud = openTestCloud();
const app = createApp(cloud);
const table = await cloud.tables();
const MINA = { name: 'Mina Okafor', email: 'mina@example.org' };

async function someConversation(given: { name?: string; email?: string } = {}) {
  const { slug, managerId } = await someManager(cloud);
  const code = newCode();
  const visitor = new Visitor(app.request);
  const { body } = await visitor.start(slug, { code, ...given });
  const { id } = body.conversation;
  const stored = async () => {
    const document = (await table.conversation(managerId, id).get()).data();
    if (!document) throw new Error('There is no conversation.');
    return document;
  };
  const named = (details: { name: string; email?: string }) =>
    visitor.call(changeVisitorEndpoint, { params: { conversationId: id }, body: details });
  return { slug, managerId, code, visitor, id, conversation: table.conversation(managerId, id), stored, named };
}

describe('a visitor who gives a name later', () => {
  test('has it in the conversation in one write, and in the answer', async () => {
    const { stored, named, visitor, slug } = await someConversation();
    const before = await stored();
    cloud.operations.reset();
    const { status, body } = await named({ name: '  Mina   Okafor ', email: MINA.email });
    expect([status, body]).toEqual([200, { name: 'Mina   Okafor', email: MINA.email }]);
    expect([cloud.operations.writes, cloud.operations.reads]).toEqual([1, 0]);
    const { visitor: after, ...rest } = await stored();
    expect(after).toEqual({ ...before.visitor, name: 'Mina   Okafor', email: MINA.email });
    expect(rest.lastMessage).toEqual(before.lastMessage);
    expect([rest.unread, rest.messageCount, rest.status]).toEqual([before.unread, before.messageCount, before.status]);
    expect((await visitor.open(slug)).body.conversation).toMatchObject({ name: 'Mina   Okafor', email: MINA.email });
  });

  test('has it in copies of the conversation', async () => {
    const { id, visitor, named } = await someConversation();
    await named(MINA);
    const { text } = await visitor.ask(`/api/conversations/${id}/export?format=json`, { method: 'GET' });
    expect(JSON.parse(text).visitor).toMatchObject(MINA);
  });

  test('removes name and email with empty ones', async () => {
    const { stored, named } = await someConversation(MINA);
    await named({ name: '' });
    expect((await stored()).visitor).toEqual({ name: '', locale: '' });
  });

  test('loses neither the name nor a message if both arrive simultaneously', async () => {
    const { id, visitor, stored, named } = await someConversation();
    const answers = await Promise.all([visitor.send(id, 'One'), named(MINA), visitor.send(id, 'Two')]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await stored()).toMatchObject({ visitor: MINA, messageCount: 3, unread: 3 });
  });

  test('loses neither if two instances write simultaneously', async () => {
    const { id, visitor, stored, named, slug, code } = await someConversation();
    const elsewhere = new Visitor(createApp(openTestCloud()).request);
    await elsewhere.resume(slug, code);
    const answers = await Promise.all([named(MINA), elsewhere.send(id, 'One'), visitor.send(id, 'Two'), elsewhere.send(id, 'Three')]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await stored()).toMatchObject({ visitor: MINA, messageCount: 4 });
  });

  test('does not reopen or move an archived conversation', async () => {
    const { conversation, stored, named } = await someConversation();
    await conversation.update({ status: 'archived', tray: 'requests' });
    expect((await named(MINA)).status).toBe(200);
    expect(await stored()).toMatchObject({ visitor: MINA, status: 'archived', tray: 'requests' });
  });
});

describe('a name is refused', () => {
  test('from a visitor whom the manager blocked', async () => {
    const { conversation, stored, named } = await someConversation();
    await conversation.update({ blockedAt: Timestamp.now() });
    const { status, body } = await named(MINA);
    expect([status, body.code]).toEqual([403, 'blocked']);
    expect((await stored()).visitor.name).toBe('');
  });

  test('in a conversation that was deleted, or from a browser that was signed out', async () => {
    const [gone, ended] = [await someConversation(), await someConversation()];
    await gone.conversation.delete();
    expect((await gone.named(MINA)).body.code).toBe('conversation-deleted');
    const other = new Visitor(app.request);
    await other.resume(ended.slug, ended.code);
    await other.signOutOthers(ended.id);
    expect((await ended.named(MINA)).body.code).toBe('session-ended');
  });

  test('faster than the message rate', async () => {
    const { id, visitor, stored } = await someConversation();
    const stopped = openTestCloud();
    stopped.stopClock();
    const same = new Visitor(createApp(stopped).request);
    same.cookie = visitor.cookie;
    const name = (count: number) => same.call(changeVisitorEndpoint, { params: { conversationId: id }, body: { name: `Mina ${count}` } });
    const answers = await Promise.all(Array.from({ length: 11 }, (_, count) => name(count)));
    const refused = answers.filter(({ status }) => status === 429);
    expect([refused.length > 0, refused[0]?.body.code]).toEqual([true, 'too-fast']);
    expect((await stored()).visitor.name).toMatch(/^Mina \d+$/);
  });

  test.each([
    ['is too long', { name: 'a'.repeat(61) }],
    ['has two lines', { name: 'Mina\nOkafor' }],
    ['cannot be seen', { name: '\u200b\u200b' }],
    ['comes with an email that is none', { name: 'Mina', email: 'mina' }],
    ['is a resume code', { name: newCode() }],
  ])('that %s', async (_, details) => {
    const { named, stored } = await someConversation();
    const { status } = await named(details);
    expect(status).toBeGreaterThanOrEqual(400);
    expect((await stored()).visitor).toEqual({ name: '', locale: '' });
  });
});
