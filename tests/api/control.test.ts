import { storedContact } from '@foyer/domain/contact';
import { exportConversationEndpoint } from '@foyer/domain/export';
import { visitorUid } from '@foyer/domain/paths';
import { reportConversationEndpoint } from '@foyer/domain/report';
import { createApp } from '@foyer/functions/app';
import { eraseConversation, finishErasures } from '@foyer/functions/conversations/erase-conversation';
import { resumeKeyHash } from '@foyer/functions/sessions/resume-key';
import { Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';
import { describe, expect, test } from 'vitest';
import { someAccount } from '../support/account.ts';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { fromVisitor } from '../support/conversation.ts';
import { deleteDuringSends, isSentOrDeleted } from '../support/delete-during-sends.ts';
import { newCode, Visitor } from '../support/visitor.ts';

const cloud = openTestCloud();
const app = createApp(cloud);
const browser = () => new Visitor(app.request);
const table = await cloud.tables();

async function someConversation({ messages = 0 } = {}) {
  const { slug, managerId } = await someManager(cloud);
  const code = newCode();
  const visitor = browser();
  const { body } = await visitor.start(slug, { code, name: 'Mina', text: 'The first words' });
  const { id } = body.conversation;
  for (let sent = 0; sent < messages; sent++) await visitor.send(id, `Message ${sent}`);
  return { slug, managerId, code, visitor, id, conversation: table.conversation(managerId, id) };
}

describe('a new code', () => {
  test('opens the conversation, and the old one opens nothing', async () => {
    const { slug, code, visitor, id } = await someConversation();
    const fresh = newCode();
    expect((await visitor.replaceCode(id, fresh)).status).toBe(204);
    expect((await browser().resume(slug, code)).body.code).toBe('unknown-code');
    expect((await browser().resume(slug, fresh)).body.conversation.id).toBe(id);
    expect((await visitor.send(id, 'Still signed in')).status).toBe(200);
  });

  test('requested twice with one code, because the answer was lost, is the same', async () => {
    const { slug, visitor, id } = await someConversation();
    const fresh = newCode();
    expect((await visitor.replaceCode(id, fresh)).status).toBe(204);
    expect((await visitor.replaceCode(id, fresh)).status).toBe(204);
    expect((await browser().resume(slug, fresh)).status).toBe(200);
  });

  test('of ten simultaneous ones is one', async () => {
    const { slug, visitor, id } = await someConversation();
    const codes = Array.from({ length: 10 }, newCode);
    const replies = await Promise.all(codes.map((code) => visitor.replaceCode(id, code)));
    expect(replies.some(({ status }) => status === 204)).toBe(true);
    expect(replies.every(({ status }) => [204, 503].includes(status))).toBe(true);
    const opened = await Promise.all(codes.map(async (code) => (await browser().resume(slug, code)).status));
    expect(opened.filter((status) => status === 200)).toHaveLength(1);
  });

  test('that opens another conversation is refused, and still opens that conversation', async () => {
    const [mine, other] = [await someConversation(), await someConversation()];
    const { status, body } = await mine.visitor.replaceCode(mine.id, other.code);
    expect([status, body.code]).toEqual([409, 'code-in-use']);
    expect((await browser().resume(mine.slug, mine.code)).body.conversation.id).toBe(mine.id);
    expect((await browser().resume(other.slug, other.code)).body.conversation.id).toBe(other.id);
  });

  test('cannot be the old one again: it was given up', async () => {
    const { slug, code, visitor, id } = await someConversation();
    await visitor.replaceCode(id, newCode());
    expect((await visitor.replaceCode(id, code)).body.code).toBe('code-in-use');
    expect((await browser().resume(slug, code)).body.code).toBe('unknown-code');
  });

  test('makes a repeat of the first message with the old code open nothing', async () => {
    const { slug, code, visitor, id } = await someConversation();
    await visitor.replaceCode(id, newCode());
    expect((await browser().start(slug, { code })).body.code).toBe('message-conflict');
  });

  test('needs the conversation', async () => {
    const { id, slug, code } = await someConversation();
    const stranger = browser();
    await stranger.start((await someManager(cloud)).slug);
    expect((await stranger.replaceCode(id, newCode())).body.code).toBe('session-ended');
    expect((await browser().resume(slug, code)).status).toBe(200);
  });
});

describe('signing out the other devices', () => {
  test("ends every session except the caller's", async () => {
    const { slug, code, visitor, id } = await someConversation();
    const phone = browser();
    await phone.resume(slug, code);
    const { status, body } = await visitor.signOutOthers(id);
    expect(status).toBe(200);
    expect(body.messages).toHaveLength(1);
    expect((await phone.send(id, 'From the phone')).body.code).toBe('session-ended');
    expect((await phone.open(slug)).body.code).toBe('session-ended');
    expect((await visitor.send(id, 'From here')).status).toBe(200);
    expect((await browser().resume(slug, code)).status).toBe(200);
  });

  test('by two devices simultaneously leaves one of them signed in', async () => {
    for (let round = 0; round < 5; round++) {
      const { slug, code, visitor, id } = await someConversation();
      const phone = browser();
      await phone.resume(slug, code);
      const replies = await Promise.all([visitor.signOutOthers(id), phone.signOutOthers(id)]);
      expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    }
  });

  test('while messages are sent accepts or refuses each, and loses none', async () => {
    const { slug, code, visitor, id, conversation } = await someConversation();
    const phone = browser();
    await phone.resume(slug, code);
    const sends = Promise.all(Array.from({ length: 6 }, (_, index) => phone.send(id, `Phone ${index}`)));
    await visitor.signOutOthers(id);
    const replies = await sends;
    expect(replies.every(({ status }) => status === 200 || status === 401)).toBe(true);
    const stored = replies.filter(({ status }) => status === 200).length;
    expect((await conversation.get()).data()?.messageCount).toBe(1 + stored);
  });
});

describe('deleting a conversation', () => {
  test('leaves nothing: messages, notes, presence, report, account, code', async () => {
    const { slug, managerId, code, visitor, id, conversation } = await someConversation({ messages: 3 });
    await table.notes(managerId, id).doc('note').set({ text: 'A note', createdAt: Timestamp.now() });
    await table.presences(managerId, id).doc('visitor').set({ seenAt: Timestamp.now() });
    await table.report(id).set({ managerId, reason: 'other', note: null, reportedAt: Timestamp.now() });
    const auth = await cloud.auth();
    await auth.createUser({ uid: visitorUid(id) });

    const { status, headers } = await visitor.delete(id);
    expect(status).toBe(204);
    expect(headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await conversation.get()).exists).toBe(false);
    expect(await conversation.listCollections()).toEqual([]);
    expect((await table.report(id).get()).exists).toBe(false);
    expect((await table.erasure(id).get()).exists).toBe(false);
    await expect(auth.getUser(visitorUid(id))).rejects.toMatchObject({ code: 'auth/user-not-found' });
    expect((await browser().resume(slug, code)).body.code).toBe('unknown-code');
  });

  test('by its visitor leaves the manager a line with time and list only', async () => {
    const { managerId, visitor, id, conversation } = await someConversation({ messages: 2 });
    await conversation.update({ status: 'archived' });
    await visitor.delete(id);
    const lines = (await table.deletions(managerId).get()).docs;
    expect(lines.map((line) => line.data())).toEqual([{ deletedAt: expect.any(Timestamp), tray: 'inbox', status: 'archived' }]);
    expect(lines[0]?.id).not.toContain(id);
    expect((await visitor.delete(id)).status).not.toBe(204);
    expect((await table.deletions(managerId).get()).size).toBe(1);
  });

  test('leaves the manager’s contact, without the conversation', async () => {
    const { managerId, visitor, id } = await someConversation();
    const at = Timestamp.fromMillis(cloud.now());
    const person = storedContact({ name: 'Mina', notes: 'Bride', fields: {}, emails: [], phones: [], conversations: [id, 'other'] });
    const [mina, tom] = ['mina', 'tom'].map((name) => table.contacts(managerId).doc(name));
    await mina?.set({ ...person, createdAt: at, updatedAt: at });
    await tom?.set({ ...person, conversations: ['other'], createdAt: at, updatedAt: at });
    expect((await visitor.delete(id)).status).toBe(204);
    expect((await mina?.get())?.data()).toMatchObject({ notes: 'Bride', conversations: ['other'] });
    expect((await tom?.get())?.data()).toEqual({ ...person, conversations: ['other'], createdAt: at, updatedAt: at });
  });

  test('by its manager leaves no line', async () => {
    const { managerId, id } = await someConversation();
    await eraseConversation(cloud, managerId, id);
    expect((await table.deletions(managerId).get()).size).toBe(0);
  });

  test('is shown on every other device of the visitor', async () => {
    const { slug, code, visitor, id } = await someConversation();
    const phone = browser();
    await phone.resume(slug, code);
    await visitor.delete(id);
    expect([(await phone.send(id, 'Hello')).body.code, (await phone.open(slug)).body.code]).toEqual([
      'conversation-deleted',
      'conversation-deleted',
    ]);
    expect((await phone.signOutOthers(id)).body.code).toBe('conversation-deleted');
    expect((await phone.replaceCode(id, newCode())).body.code).toBe('conversation-deleted');
  });

  test('is not undone by a repeat of the first message', async () => {
    const { slug, managerId, code, visitor, id } = await someConversation();
    await visitor.delete(id);
    for (const sender of [browser(), new Visitor(createApp(openTestCloud()).request)]) {
      const { status, body } = await sender.start(slug, { code });
      expect([status, body.code]).toEqual([410, 'conversation-deleted']);
    }
    expect((await table.messages(managerId, id).get()).size).toBe(0);
  });

  test('is open to its manager, and to no other manager', async () => {
    const { idToken, uid } = await someAccount();
    const { managerId, id, conversation } = await someConversation();
    const headers = { authorization: `Bearer ${idToken}` };
    const path = `/api/conversations/${id}`;
    expect((await browser().raw(path, { method: 'DELETE', headers })).body).toMatchObject({ code: 'unknown-conversation' });
    expect((await conversation.get()).exists).toBe(true);
    // The same conversation, stored for the other manager.
    await table.conversation(uid, id).set((await conversation.get()).data() as never);
    expect((await browser().raw(path, { method: 'DELETE', headers })).status).toBe(204);
    expect((await table.conversation(uid, id).get()).exists).toBe(false);
    expect((await table.conversation(managerId, id).get()).exists).toBe(true);
  });

  test('while messages are sent leaves no orphan', async () => {
    expect(await deleteDuringSends(cloud, 20)).toEqual({ orphans: [], codes: expect.toSatisfy(isSentOrDeleted) });
  });

  test('can be finished twice after it began twice', async () => {
    const { managerId, visitor, id } = await someConversation({ messages: 2 });
    const erased = [{ managerId, conversationId: id }];
    await Promise.all([visitor.delete(id), finishErasures(cloud, erased), finishErasures(cloud, erased)]);
    expect((await table.messages(managerId, id).get()).size).toBe(0);
    expect((await table.erasure(id).get()).exists).toBe(false);
  });
});

describe('a copy of a conversation', () => {
  const take = (visitor: Visitor, id: string, format: 'json' | 'html') =>
    visitor.call(exportConversationEndpoint, { params: { conversationId: id }, query: { format } });

  test("has every message in order, and nothing private of the manager's", async () => {
    const { visitor, id, conversation } = await someConversation({ messages: 5 });
    await conversation.update({ labels: ['secret-label'], tray: 'requests' });
    const { status, headers, body } = await take(visitor, id, 'json');
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toBe('attachment; filename="conversation.json"');
    expect(body.messages.map(({ text }) => text)).toEqual(['The first words', ...[0, 1, 2, 3, 4].map((index) => `Message ${index}`)]);
    expect(body).toMatchObject({ manager: 'Ada Moreau', visitor: { name: 'Mina' } });
    expect(JSON.stringify(body)).not.toMatch(/secret-label|requests|"tat"|epoch/);
  });

  test('has more than one page of messages', async () => {
    const { visitor, id, managerId } = await someConversation();
    const db = await cloud.firestore();
    const batch = db.batch();
    for (let index = 0; index < 400; index++)
      batch.set(table.message(managerId, id, nanoid()), fromVisitor(`Old ${index}`, Timestamp.fromMillis(1000 + index)));
    await batch.commit();
    const { body } = await take(visitor, id, 'json');
    expect(body.messages).toHaveLength(401);
    expect(body.messages[399]?.text).toBe('Old 399');
  });

  test('as a page shows texts as text, with its own policy', async () => {
    const { slug } = await someManager(cloud);
    const visitor = browser();
    const { body } = await visitor.start(slug, {
      text: '<script>alert(1)</script> https://example.org/a',
      name: '"><img src=x onerror=alert(1)>',
    });
    const answer = await app.request(`/api/conversations/${body.conversation.id}/export?format=html`, {
      headers: { cookie: visitor.cookie ?? '' },
    });
    const html = await answer.text();
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    expect(html).toContain('&lt;script>alert(1)&lt;/script>');
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain('<a href="https://example.org/a" dir="ltr" rel="noopener noreferrer nofollow ugc">');
    expect(html).toContain("default-src 'none'");
  });

  test('is refused to anyone else, and rate limited', async () => {
    const { id, visitor } = await someConversation();
    expect((await take(browser(), id, 'json')).body.code).toBe('session-ended');
    const stopped = openTestCloud();
    stopped.stopClock();
    const same = new Visitor(createApp(stopped).request);
    same.cookie = visitor.cookie;
    const statuses = [];
    for (let count = 0; count < 7; count++) statuses.push((await take(same, id, 'json')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
  });
});

describe('a blocked conversation', () => {
  test('accepts no message on any instance, and can be read, downloaded and deleted', async () => {
    const { slug, visitor, id, conversation } = await someConversation();
    await visitor.send(id, 'Known to the instance');
    await conversation.update({ blockedAt: Timestamp.now() });
    const refused = await visitor.send(id, 'Let me in');
    expect([refused.status, refused.body.code]).toEqual([403, 'blocked']);
    const { body } = await visitor.open(slug);
    expect(body.conversation.isBlocked).toBe(true);
    expect(body.messages.map(({ text }) => text)).not.toContain('Let me in');
    cloud.operations.reset();
    await visitor.send(id, 'Again');
    expect(cloud.operations).toMatchObject({ reads: 1, writes: 0 });
  });

  test('accepts messages again once unblocked', async () => {
    const { visitor, id, conversation } = await someConversation();
    await conversation.update({ blockedAt: Timestamp.now() });
    await visitor.send(id, 'Refused');
    await conversation.update({ blockedAt: null });
    expect((await visitor.send(id, 'Thank you')).status).toBe(200);
  });
});

test('a report names the conversation and copies nothing of it', async () => {
  const { uid, idToken } = await someAccount();
  const { conversation, id } = await someConversation();
  await table.conversation(uid, id).set((await conversation.get()).data() as never);
  const report = (reason: string, note?: string) =>
    browser().raw<null>(reportConversationEndpoint.path.replace('{conversationId}', id), {
      method: 'PUT',
      body: JSON.stringify({ reason, ...(note ? { note } : {}) }),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${idToken}` },
    });
  expect((await report('spam')).status).toBe(204);
  expect((await report('threat', 'They said where I live.')).status).toBe(204);
  const stored = (await table.report(id).get()).data();
  expect(stored).toMatchObject({ managerId: uid, reason: 'threat', note: 'They said where I live.' });
  expect(JSON.stringify(stored)).not.toContain('The first words');
  expect((await report('because')).status).toBe(400);
});

describe('what a browser must drop', () => {
  const drops = async (visitor: Visitor, slug?: string) => (await visitor.forget(slug)).headers.get('clear-site-data');

  test('is nothing when it forgets one of two pages, and cache and cookies with the last one', async () => {
    const visitor = browser();
    const [one, other] = [await someManager(cloud), await someManager(cloud)];
    await visitor.start(one.slug);
    await visitor.start(other.slug);
    expect(await drops(visitor, one.slug)).toBeNull();
    expect(await drops(visitor, other.slug)).toBe('"cache", "cookies"');
  });

  test('is everything when it forgets everything', async () => {
    const visitor = browser();
    await visitor.start((await someManager(cloud)).slug);
    expect(await drops(visitor)).toBe('"cache", "cookies", "storage"');
  });

  test("keeps a visitor's conversations when a manager signs out in the same browser", async () => {
    const visitor = browser();
    const signOut = async () => (await visitor.raw<null>('/api/managers/me/session', { method: 'DELETE' })).headers.get('clear-site-data');
    expect(await signOut()).toBe('"cache", "cookies", "storage"');
    await visitor.start((await someManager(cloud)).slug);
    expect(await signOut()).toBe('"cache"');
  });
});

test('a stored code is only its HMAC, whatever became of it', async () => {
  const { code, visitor, id } = await someConversation();
  await visitor.replaceCode(id, newCode());
  const key = (await table.resumeKey(resumeKeyHash(cloud.config.resumeKeys[0] ?? '', code)).get()).data();
  expect(key?.retiredAt).toBeInstanceOf(Timestamp);
  expect(JSON.stringify(key)).not.toContain(code);
});
