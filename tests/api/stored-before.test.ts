import { CONVERSATION_VERSION, MESSAGE_VERSION } from '@foyer/domain/conversation-versions';
import { ExportedConversation } from '@foyer/domain/export';
import { paths } from '@foyer/domain/paths';
import { createApp } from '@foyer/functions/app';
import { archiveClosed } from '@foyer/functions/conversations/archive-closed';
import { clearLabels } from '@foyer/functions/conversations/clear-labels';
import { correctUnread } from '@foyer/functions/conversations/correct-unread';
import { eraseConversation } from '@foyer/functions/conversations/erase-conversation';
import { wakeConversations } from '@foyer/functions/conversations/wake-conversations';
import { Timestamp } from '@google-cloud/firestore';
import { beforeEach, describe, expect, test } from 'vitest';
import { signInAgain, someAccount } from '../support/account.ts';
import { openTestCloud } from '../support/cloud.ts';
import { managerBrowser } from '../support/manager-browser.ts';
import { storeVersion1 } from '../support/stored-before.ts';
import { Visitor } from '../support/visitor.ts';

/** A manager whose conversations were all stored by version 1, and visitors who return with their codes. */
async function someYesterday() {
  const cloud = openTestCloud();
  const app = createApp(cloud);
  const signedUp = await someAccount();
  const slug = `before-${Math.random().toString(36).slice(2, 10)}`;
  const claimed = await managerBrowser(app.request, signedUp).raw('/api/managers/me', {
    method: 'PUT',
    body: JSON.stringify({ slug, name: 'Ada Moreau' }),
    headers: { 'content-type': 'application/json' },
  });
  expect(claimed.status).toBe(200);
  const account = await signInAgain(signedUp);
  const stored = await storeVersion1(await cloud.firestore(), account.uid);
  const table = await cloud.tables();
  const back = async (code: string) => {
    const visitor = new Visitor(app.request);
    const opened = await visitor.resume(slug, code);
    expect(opened.status).toBe(200);
    return { visitor, opened: opened.body };
  };
  return { cloud, app, slug, account, stored, table, back };
}

type Yesterday = Awaited<ReturnType<typeof someYesterday>>;
let world: Yesterday;
beforeEach(async () => {
  world = await someYesterday();
});

const raw = async ({ cloud, account }: Yesterday, id: string) =>
  (await (await cloud.firestore()).doc(`managers/${account.uid}/conversations/${id}`).get()).data();

describe('a conversation that version 1 stored', () => {
  test('opens with its code, and shows its messages as texts', async () => {
    const { stored, back } = world;
    const { opened } = await back(stored.everything.code);
    expect(opened.messages).toHaveLength(7);
    for (const message of opened.messages) expect(message).toMatchObject({ kind: 'text', text: expect.stringMatching(/\S/) });
    expect(opened.messages.at(-1)).toMatchObject({ id: 'yesterdays-message-01', text: 'See you on the 20th.' });
    expect(opened.conversation).toMatchObject({ isBlocked: false, messageCount: 7 });
  });

  test('accepts a further message once, and recognises one that was sent before', async () => {
    const { stored, back, table, account } = world;
    const { visitor } = await back(stored.everything.code);
    const { id } = stored.everything;
    expect((await visitor.send(id, 'See you on the 20th.', 'yesterdays-message-01')).status).toBe(200);
    expect((await visitor.send(id, 'Something else', 'yesterdays-message-01')).body.code).toBe('message-conflict');
    expect((await visitor.send(id, 'The first of today')).status).toBe(200);
    const messages = (await table.messages(account.uid, id).get()).docs.map((found) => found.data());
    expect(messages).toHaveLength(8);
    for (const message of messages) expect(message).toMatchObject({ version: MESSAGE_VERSION, kind: 'text' });
    expect((await table.conversation(account.uid, id).get()).data()).toMatchObject({ messageCount: 8, labels: ['ab', 'cd'], pinned: true });
  });

  test('stays blocked, and can be read', async () => {
    const { stored, back } = world;
    const { visitor, opened } = await back(stored.blocked.code);
    expect(opened.conversation.isBlocked).toBe(true);
    expect((await visitor.send(stored.blocked.id, 'Please')).body.code).toBe('blocked');
  });

  test('keeps an ended session ended', async () => {
    const { cloud, stored, table, account, back } = world;
    const { visitor } = await back(stored.everything.code);
    const { endedSessions, epoch } = (await table.conversation(account.uid, stored.everything.id).get()).data() ?? {};
    expect([endedSessions?.length, epoch]).toEqual([1, 0]);
    expect((await visitor.signOutOthers(stored.everything.id)).status).toBe(200);
    expect(await raw(world, stored.everything.id)).toMatchObject({ epoch: 1, endedSessions: [] });
    expect((await visitor.replaceCode(stored.everything.id, 'JTRC-PPCR-TJ04-YEMG-2A8V')).body.code).toBe('code-in-use');
    cloud.advance(1);
  });

  test('that was closed reads as archived, and the next message opens it', async () => {
    const { stored, back, table, account } = world;
    const place = table.conversation(account.uid, stored.closed.id);
    expect(await raw(world, stored.closed.id)).toMatchObject({ status: 'closed' });
    expect((await place.get()).data()).toMatchObject({ status: 'archived', version: CONVERSATION_VERSION });
    const { visitor } = await back(stored.closed.code);
    await visitor.send(stored.closed.id, 'One more thing');
    expect((await place.get()).data()?.status).toBe('open');
  });

  test('gives its manager and its visitor a copy', async () => {
    const { app, account, stored, back } = world;
    const path = `/api/conversations/${stored.closed.id}/export?format=json`;
    const { visitor } = await back(stored.closed.code);
    const theirs = ExportedConversation.parse(await (await app.request(path, { headers: { cookie: visitor.cookie ?? '' } })).json());
    const own = await app.request(path, { headers: { authorization: `Bearer ${account.idToken}` } });
    const managers = ExportedConversation.parse(await own.json());
    expect([theirs.status, managers.status]).toEqual([undefined, 'archived']);
    expect(theirs.messages).toEqual(managers.messages);
    const html = await app.request(path.replace('json', 'html'), { headers: { cookie: visitor.cookie ?? '' } });
    expect(await html.text()).toContain(`End of this copy: ${theirs.messages.length} messages.`);
  });

  test('is shown without JavaScript', async () => {
    const { app, slug, stored, back } = world;
    const { visitor, opened } = await back(stored.everything.code);
    const page = await app.request(`/api/forms/conversations?slug=${slug}`, { headers: { cookie: visitor.cookie ?? '' } });
    const html = await page.text();
    expect(page.status).toBe(200);
    for (const { id } of opened.messages.slice(-1)) expect(id).toBe('yesterdays-message-01');
    expect(html).toContain('See you on the 20th.');
  });

  test('is woken when its time comes', async () => {
    const { cloud, stored, table, account } = world;
    cloud.stopClock((await raw(world, stored.snoozed.id))?.snoozedUntil.toMillis() + 1);
    await wakeConversations(cloud);
    expect((await table.conversation(account.uid, stored.snoozed.id).get()).data()).toMatchObject({ status: 'open', snoozedUntil: null });
  });

  test('is erased with everything in it', async () => {
    const { cloud, stored, account, table, back } = world;
    const { visitor } = await back(stored.everything.code);
    await eraseConversation(cloud, account.uid, stored.everything.id);
    expect((await visitor.resume(world.slug, stored.everything.code)).body.code).toBe('unknown-code');
    for (const left of [
      table.messages(account.uid, stored.everything.id),
      table.notes(account.uid, stored.everything.id),
      table.presences(account.uid, stored.everything.id),
    ])
      expect((await left.get()).size).toBe(0);
  });
});

describe('the backfill of archived conversations', () => {
  test('stores every closed conversation as archived, in pages, and finds nothing more', async () => {
    const { cloud, stored } = world;
    const closed = async () =>
      (await (await cloud.firestore()).collectionGroup('conversations').where('status', '==', 'closed').get()).size;
    const before = await closed();
    expect(before).toBeGreaterThanOrEqual(3);
    expect(await archiveClosed(cloud, 2)).toBe(before);
    expect(await closed()).toBe(0);
    expect(await raw(world, stored.closed.id)).toMatchObject({ status: 'archived', version: CONVERSATION_VERSION });
    expect(await raw(world, stored.blocked.id)).toMatchObject({ status: 'archived', blockedAt: expect.anything() });
    expect(await archiveClosed(cloud, 2)).toBe(0);
  });

  test('skips conversations that change during its run, until the next run', async () => {
    const { cloud, stored, account } = world;
    const place = (await cloud.firestore()).doc(`managers/${account.uid}/conversations/${stored.closed.id}`);
    await Promise.all([archiveClosed(cloud, 2), place.update({ pinned: true })]);
    await archiveClosed(cloud, 2);
    expect((await place.get()).data()).toMatchObject({ status: 'archived', pinned: true });
  });

  test('includes conversations that a dashboard of version 1 closes later', async () => {
    const { cloud, stored, account } = world;
    await archiveClosed(cloud, 10);
    const place = (await cloud.firestore()).doc(`managers/${account.uid}/conversations/${stored.everything.id}`);
    await place.update({ status: 'closed', snoozedUntil: null });
    expect(await archiveClosed(cloud, 10)).toBe(1);
    expect((await place.get()).data()?.status).toBe('archived');
  });
});

test('a label deleted before ids were cleared leaves its conversations, and nothing else changes', async () => {
  const { cloud, account, stored } = world;
  const label = (await cloud.firestore()).doc(paths.label(account.uid, 'ab'));
  await label.set({ deletedAt: Timestamp.fromMillis(Date.now() - 24 * 3600_000) });
  const before = await raw(world, stored.everything.id);
  expect(before?.labels).toEqual(['ab', 'cd']);
  for await (const _ of clearLabels(cloud));
  expect(await raw(world, stored.everything.id)).toEqual({ ...before, labels: ['cd'] });
  expect((await label.get()).data()).toEqual({ clearedAt: expect.any(Timestamp) });
});

describe('the backfill of unread conversations', () => {
  const job = async () => (await world.cloud.tables()).job('correctUnread');
  const inUnread = async () => {
    const all = (await world.cloud.firestore()).collection(`managers/${world.account.uid}/conversations`);
    return (await all.where('isUnread', '==', true).get()).docs.map(({ id }) => id).sort();
  };
  const withUnread = async () => {
    const all = (await world.cloud.firestore()).collection(`managers/${world.account.uid}/conversations`);
    return (await all.where('unread', '>', 0).get()).docs.map(({ id }) => id).sort();
  };

  beforeEach(async () => {
    await (await job()).delete();
  });

  test('finds every stored conversation with unread messages, in pages, until nothing is left', async () => {
    const { cloud } = world;
    const expected = await withUnread();
    expect(expected.length).toBeGreaterThanOrEqual(2);
    expect(await inUnread()).toEqual([]);
    expect(await correctUnread(cloud, 2)).toBeGreaterThanOrEqual(expected.length);
    expect(await inUnread()).toEqual(expected);
    expect((await (await job()).get()).exists).toBe(false);
    expect(await correctUnread(cloud, 2)).toBe(0);
    expect((await (await job()).get()).exists).toBe(true);
  });

  test('then only looks for what dashboards of version 2 left unread', async () => {
    const { cloud, account } = world;
    while ((await correctUnread(cloud, 100)) > 0);
    const [read = ''] = await withUnread();
    await (await cloud.firestore()).doc(`managers/${account.uid}/conversations/${read}`).update({ unread: 0 });
    expect(await inUnread()).toContain(read);
    cloud.operations.reset();
    expect(await correctUnread(cloud, 100)).toBe(1);
    expect(cloud.operations.writes).toBe(1);
    expect(cloud.operations.reads).toBeLessThanOrEqual(3);
    expect(await inUnread()).not.toContain(read);
    expect(await raw(world, read)).toMatchObject({ isUnread: false, version: CONVERSATION_VERSION });
  });

  test('skips conversations that change during its run, until the next run', async () => {
    const { cloud, account } = world;
    const [id = ''] = await withUnread();
    const place = (await cloud.firestore()).doc(`managers/${account.uid}/conversations/${id}`);
    await Promise.all([correctUnread(cloud, 2), place.update({ unread: 0, isUnread: false })]);
    await correctUnread(cloud, 2);
    expect((await place.get()).data()).toMatchObject({ unread: 0, isUnread: false });
  });
});
