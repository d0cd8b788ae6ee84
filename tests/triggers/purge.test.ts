import { slugSkeleton } from '@foyer/domain/slug';
import { createApp } from '@foyer/functions/app';
import { checkSlug } from '@foyer/functions/managers/check-slug';
import { claimPage } from '@foyer/functions/managers/claim-page';
import { purge } from '@foyer/functions/purge';
import { Timestamp } from '@google-cloud/firestore';
import { describe, expect, test } from 'vitest';
import { someAccount } from '../support/account.ts';
import { breakAfter } from '../support/break-after.ts';
import { openTestCloud, PROXIES, someManager } from '../support/cloud.ts';
import { newCode, Visitor } from '../support/visitor.ts';

const DAY_MS = 24 * 3600_000;

async function someConversation(cloud = openTestCloud()) {
  const { slug, managerId } = await someManager(cloud);
  const visitor = new Visitor(createApp(cloud).request);
  const code = newCode();
  const { body } = await visitor.start(slug, { code });
  await visitor.send(body.conversation.id, 'A second message');
  return { cloud, visitor, slug, managerId, code, id: body.conversation.id, table: await cloud.tables() };
}

describe('an interrupted deletion', () => {
  test('at any of its steps is unreadable immediately, and finished by the purge', async () => {
    for (let step = 1; step <= 6; step++) {
      const { cloud, visitor, managerId, id, code, slug, table } = await someConversation();
      const db = await cloud.firestore();
      const store = breakAfter(db, step);
      await visitor.delete(id);
      store.mend();
      expect((await visitor.open(slug)).body.code).toMatch(/conversation-deleted|session-ended/);
      expect((await new Visitor(createApp(cloud).request).resume(slug, code)).body.code).toBe('unknown-code');

      cloud.advance(11 * 60_000);
      await purge(cloud);
      expect((await table.messages(managerId, id).get()).size, `after ${step} commits`).toBe(0);
      expect((await table.erasure(id).get()).exists).toBe(false);
    }
  });

  test('followed by an interrupted purge has the same result', async () => {
    const { cloud, visitor, managerId, id, table } = await someConversation();
    const db = await cloud.firestore();
    const first = breakAfter(db, 1);
    await visitor.delete(id);
    first.mend();
    cloud.advance(11 * 60_000);
    for (let step = 0; step < 6; step++) {
      const store = breakAfter(db, step);
      await purge(cloud).catch(() => undefined);
      store.mend();
    }
    await Promise.all([purge(cloud), purge(cloud), purge(cloud)]);
    expect((await table.messages(managerId, id).get()).size).toBe(0);
    expect((await table.erasure(id).get()).exists).toBe(false);
  });

  test('is left alone while it is in progress', async () => {
    const { cloud, managerId, id, table } = await someConversation();
    await table.erasure(id).set({ managerId, requestedAt: Timestamp.now() });
    await purge(cloud);
    expect((await table.messages(managerId, id).get()).size).toBe(2);
    await table.erasure(id).delete();
  });
});

describe('expired data', () => {
  test('is deleted, and nothing else', async () => {
    const cloud = openTestCloud();
    const table = await cloud.tables();
    const { slug, managerId } = await someManager(cloud);
    const at = (ms: number) => Timestamp.fromMillis(cloud.now() + ms);
    const key = { managerId, conversationId: 'c'.repeat(32), createdAt: at(0) };
    await Promise.all([
      table.managerHour('hour-over').set({ count: 3, expireAt: at(-1000) }),
      table.managerHour('hour-now').set({ count: 3, expireAt: at(3600_000) }),
      table.breaker().set({ mode: 'normal' }),
      table.slug('given-up').set({ slug: 'given-up', managerId, expireAt: at(-1000) }),
      table.slug('held').set({ slug: 'held', managerId, expireAt: at(DAY_MS) }),
      table.resumeKey('a'.repeat(64)).set({ ...key, retiredAt: at(-31 * DAY_MS) }),
      table.resumeKey('b'.repeat(64)).set({ ...key, retiredAt: at(-29 * DAY_MS) }),
      table.resumeKey('c'.repeat(64)).set({ ...key, retiredAt: null }),
      table
        .deletions(managerId)
        .doc('due')
        .set({ deletedAt: at(-31 * DAY_MS), tray: 'inbox', status: 'open' }),
      table
        .deletions(managerId)
        .doc('kept')
        .set({ deletedAt: at(-29 * DAY_MS), tray: 'inbox', status: 'open' }),
    ]);
    await Promise.all([purge(cloud), purge(cloud)]);
    const exists = async (documents: { get(): Promise<{ exists: boolean }> }[]) =>
      (await Promise.all(documents.map((one) => one.get()))).map((one) => one.exists);
    expect(await exists([table.managerHour('hour-over'), table.slug('given-up'), table.resumeKey('a'.repeat(64))])).toEqual([
      false,
      false,
      false,
    ]);
    expect(
      await exists([
        table.managerHour('hour-now'),
        table.breaker(),
        table.slug('held'),
        table.slug(slugSkeleton(slug)),
        table.resumeKey('b'.repeat(64)),
        table.resumeKey('c'.repeat(64)),
      ]),
    ).toEqual([true, true, true, true, true, true]);
    expect((await table.deletions(managerId).get()).docs.map((line) => line.id)).toEqual(['kept']);
    await table.breaker().delete();
  });

  test('has no effect before it is deleted: a given-up slug can be claimed, a reserved one not', async () => {
    const cloud = openTestCloud();
    const table = await cloud.tables();
    const name = `given-up-${process.pid}`;
    const slug = table.slug(slugSkeleton(name));
    const { uid } = await someAccount();
    await slug.set({ slug: name, managerId: 'somebody', expireAt: Timestamp.fromMillis(cloud.now() + 60_000) });
    expect((await checkSlug(cloud, name, uid)).available).toBe(false);
    await expect(claimPage(cloud, uid, { slug: name, name: 'Ada' })).rejects.toThrow('slug-taken');
    cloud.advance(61_000);
    expect((await checkSlug(cloud, name, uid)).available).toBe(true);
    await claimPage(cloud, uid, { slug: name, name: 'Ada' });
    expect((await slug.get()).data()).toEqual({ slug: name, managerId: uid });
  });

  test('has no effect before it is deleted: limits of two days ago', async () => {
    const cloud = openTestCloud();
    cloud.config = { ...cloud.config, trustedProxies: PROXIES };
    const { slug } = await someManager(cloud);
    const from = () => new Visitor(createApp(cloud).request, undefined, `10.99.${process.pid % 250}.7`);
    for (let count = 0; count < 5; count++) await from().start(slug);
    expect((await from().start(slug)).status).toBe(428);
    cloud.advance(3 * DAY_MS);
    expect((await from().start(slug)).status).toBe(200);
  });
});
