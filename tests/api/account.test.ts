import type { Answer } from '@foyer/domain/endpoint';
import { deleteAccountEndpoint, RECENT_SIGN_IN_MS } from '@foyer/domain/manager';
import { keepAccountEndpoint } from '@foyer/domain/page-control';
import { DELETION_DAYS } from '@foyer/domain/page-state';
import { eraseAccount } from '@foyer/functions/accounts/erase-account';
import { keepAccount } from '@foyer/functions/accounts/request-deletion';
import { createApp } from '@foyer/functions/app';
import { findListings, namedToMachines } from '@foyer/functions/directory/find-listings';
import { checkSlug } from '@foyer/functions/managers/check-slug';
import { claimPage } from '@foyer/functions/managers/claim-page';
import { closePage, reopenPage } from '@foyer/functions/managers/close-page';
import { findManager, findMoved, managerAt } from '@foyer/functions/managers/find-manager';
import { movePage } from '@foyer/functions/managers/move-page';
import { takeOffline } from '@foyer/functions/managers/take-offline';
import { purge } from '@foyer/functions/purge';
import { nanoid } from 'nanoid';
import { describe, expect, test } from 'vitest';
import { someAccount } from '../support/account.ts';
import { START } from '../support/at-page.ts';
import { openTestCloud, type TestCloud } from '../support/cloud.ts';
import { newCode, Visitor } from '../support/visitor.ts';
import { someWholeAccount } from '../support/whole-account.ts';

const HOUR_MS = 3600_000;
const WEEK_MS = DELETION_DAYS * 24 * HOUR_MS;

/** With a stopped clock: the request erases for 15 seconds, and a busy machine may need longer. */
function remove(cloud: TestCloud, idToken: string) {
  const at = cloud.now();
  return new Visitor(createApp({ ...cloud, now: () => at }).request).raw<Answer<typeof deleteAccountEndpoint>>(deleteAccountEndpoint.path, {
    method: deleteAccountEndpoint.method,
    headers: { authorization: `Bearer ${idToken}` },
  });
}

function keep(cloud: TestCloud, idToken: string) {
  return new Visitor(createApp(cloud).request).raw<null>(keepAccountEndpoint.path, {
    method: keepAccountEndpoint.method,
    headers: { authorization: `Bearer ${idToken}` },
  });
}

/** Asks for the deletion, and lets the time pass in which it can be undone. */
async function removeForGood(cloud: TestCloud, idToken: string): Promise<void> {
  expect((await remove(cloud, idToken)).status).toBe(200);
  cloud.advance(WEEK_MS);
  await purge(cloud);
}

describe('deleting an account', () => {
  test('leaves nothing behind after a week', async () => {
    const cloud = openTestCloud();
    const { account, left } = await someWholeAccount(cloud);
    const before = await left();
    expect(before.length).toBeGreaterThan(20);
    const askedAt = cloud.now();
    const { status, body, headers } = await remove(cloud, account.idToken);
    expect(status).toBe(200);
    expect((body.deletionDueAt ?? 0) - askedAt).toBeGreaterThanOrEqual(WEEK_MS);
    // The manager is still signed in, to undo it.
    expect(headers.get('clear-site-data')).toBeNull();
    cloud.advance(WEEK_MS - HOUR_MS);
    await purge(cloud);
    expect(await left()).toEqual(before.filter((path) => !/^(?:directory|alerts|mailRequests)\//.test(path)));
    cloud.advance(HOUR_MS);
    await purge(cloud);
    // The mark has the store's own time, which is a week behind: the last check ends immediately.
    expect(await left()).toEqual([]);
  });

  test('is immediate for someone who never had a page', async () => {
    const cloud = openTestCloud();
    const { uid, idToken } = await someAccount();
    const { status, body, headers } = await remove(cloud, idToken);
    expect([status, body.deletionDueAt]).toEqual([200, null]);
    expect(headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"');
    await expect((await cloud.auth()).getUser(uid)).rejects.toMatchObject({ code: 'auth/user-not-found' });
  });

  test('leaves other managers unchanged', async () => {
    const cloud = openTestCloud();
    const [gone, other] = [await someWholeAccount(cloud), await someWholeAccount(cloud)];
    const before = await other.left();
    await removeForGood(cloud, gone.account.idToken);
    // What is queued for mails expires by itself.
    expect(await other.left()).toEqual(before.filter((path) => !/^(?:alerts|mailRequests)\//.test(path)));
    expect((await other.started[0]?.visitor.open(other.slug))?.status).toBe(200);
  });

  test('needs a sign-in within the last ten minutes', async () => {
    const cloud = openTestCloud();
    const { account, left, table } = await someWholeAccount(cloud, { conversations: 1 });
    const before = await left();
    cloud.advance(RECENT_SIGN_IN_MS + 1000);
    const { status, body } = await remove(cloud, account.idToken);
    expect([status, body.code]).toEqual([403, 'sign-in-again']);
    expect(await left()).toEqual(before);
    expect((await table.manager(account.uid).get()).data()).not.toHaveProperty('deletionDueAt');
  });

  test('is refused to revoked sign-ins, disabled accounts, visitors and strangers', async () => {
    const cloud = openTestCloud();
    const { account, auth, left } = await someWholeAccount(cloud, { conversations: 1 });
    const before = await left();

    const { uid: disabled, idToken: token } = await someAccount();
    await auth.updateUser(disabled, { disabled: true });
    expect((await remove(cloud, token)).body.code).toBe('signed-out');
    // Tokens and revocations have times in whole seconds.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await auth.revokeRefreshTokens(account.uid);
    expect((await remove(cloud, account.idToken)).body.code).toBe('signed-out');
    expect((await remove(cloud, 'nobody')).body.code).toBe('signed-out');
    expect(await left()).toEqual(before);
  });

  test('keeps its day when it is requested again, also at the same time', async () => {
    const cloud = openTestCloud();
    const { account } = await someWholeAccount(cloud, { conversations: 1 });
    const answers = await Promise.all([remove(cloud, account.idToken), remove(cloud, account.idToken)]);
    const [first] = answers;
    for (const { status, body } of answers) expect([status, body.deletionDueAt]).toEqual([200, first?.body.deletionDueAt]);
    cloud.advance(60_000);
    expect((await remove(cloud, account.idToken)).body.deletionDueAt).toBe(first?.body.deletionDueAt);
  });

  test('leaves no orphan while visitors write', async () => {
    const cloud = openTestCloud();
    const { account, managerId, slug, started, left, app } = await someWholeAccount(cloud, { conversations: 6 });
    // Another instance, which still has the page cached.
    const other = openTestCloud();
    const elsewhere = createApp(other);
    await findManager(other, slug);
    const sends = started.flatMap(({ visitor, id }) => [visitor.send(id, 'Before or after'), visitor.send(id, 'After or before')]);
    const starts = Array.from({ length: 6 }, (_, index) => new Visitor(index % 2 ? app.request : elsewhere.request).start(slug));
    const [answers] = await Promise.all([Promise.all([...sends, ...starts]), eraseAccount(cloud, managerId)]);
    for (const { status } of answers) expect([200, 404, 410, 503]).toContain(status);
    expect(account.uid).toBe(managerId);
    cloud.advance(2 * HOUR_MS);
    await purge(cloud);
    expect(await left()).toEqual([]);
  });
});

describe('in the week after a deletion was requested', () => {
  async function someLeaving() {
    const cloud = openTestCloud();
    const whole = await someWholeAccount(cloud, { conversations: 1 });
    const { deletionDueAt } = (await remove(cloud, whole.account.idToken)).body;
    const [{ visitor, code, id }] = whole.started as [(typeof whole.started)[number]];
    const fresh = openTestCloud();
    const browser = new Visitor(createApp(fresh).request);
    browser.cookie = visitor.cookie;
    return { ...whole, cloud, fresh, browser, code, id, deletionDueAt };
  }

  test('the page is offline, and no one can start a conversation', async () => {
    const { fresh, slug, id, browser, table, managerId } = await someLeaving();
    expect(await findManager(fresh, slug)).toBeNull();
    expect((await new Visitor(createApp(fresh).request).start(slug)).body.code).toBe('unknown-slug');
    expect((await browser.send(id, 'Hello?')).body.code).toBe('page-offline');
    expect((await table.listing(managerId).get()).exists).toBe(false);
    const { uid } = await someAccount();
    expect((await checkSlug(fresh, slug, uid)).available).toBe(false);
  });

  test('visitors with a conversation learn how long they can read, copy and delete it', async () => {
    const { browser, slug, id, code, fresh, deletionDueAt } = await someLeaving();
    const { conversation, messages } = (await browser.open(slug)).body;
    expect([conversation.isOffline, conversation.endsAt, messages.length]).toEqual([true, deletionDueAt, 1]);
    expect((await new Visitor(createApp(fresh).request).resume(undefined, code)).body.conversation.endsAt).toBe(deletionDueAt);
    expect((await browser.ask(`/api/conversations/${id}/export?format=json`, { method: 'GET' })).status).toBe(200);
    expect((await browser.ask(START(slug), { method: 'GET' })).text).toContain('This conversation will be deleted on');
    expect((await browser.delete(id)).status).toBe(204);
  });

  test('undoing it restores the page, its listing and its conversations', async () => {
    const { account, cloud, slug, id, code, browser, table, managerId } = await someLeaving();
    for (let time = 0; time < 2; time++) expect((await keep(cloud, account.idToken)).status).toBe(204);
    const again = openTestCloud();
    expect((await findManager(again, slug))?.managerId).toBe(managerId);
    expect((await table.listing(managerId).get()).exists).toBe(true);
    const visitor = new Visitor(createApp(again).request);
    visitor.cookie = browser.cookie;
    expect((await visitor.send(id, 'You stayed')).status).toBe(200);
    expect((await new Visitor(createApp(again).request).resume(slug, code)).status).toBe(200);
    again.advance(WEEK_MS + HOUR_MS);
    await purge(again);
    expect((await table.manager(managerId).get()).exists).toBe(true);
  });

  test('a page that was taken offline before stays offline after the undo', async () => {
    const { account, cloud, slug, managerId } = await someLeaving();
    await takeOffline(cloud, managerId);
    await keep(cloud, account.idToken);
    expect(await findManager(openTestCloud(), slug)).toBeNull();
  });

  test('it can be undone after the last day, until the erasure has begun', async () => {
    const { account, cloud, slug, managerId, auth } = await someLeaving();
    cloud.advance(WEEK_MS + HOUR_MS);
    await keepAccount(cloud, managerId);
    expect((await findManager(openTestCloud(), slug))?.managerId).toBe(managerId);
    await remove(openTestCloud(), account.idToken);
    cloud.advance(WEEK_MS + HOUR_MS);
    await purge(cloud);
    await expect(keepAccount(cloud, managerId)).rejects.toThrow('no-page');
    await expect(auth.getUser(managerId)).rejects.toMatchObject({ code: 'auth/user-not-found' });
  });
});

describe('after an account was deleted', () => {
  test('its address stays reserved for 90 days and leads nowhere', async () => {
    const cloud = openTestCloud();
    const { account, slug, managerId } = await someWholeAccount(cloud, { conversations: 1 });
    const before = `before-${slug}`.slice(0, 30);
    await movePage(cloud, managerId, before);
    await movePage(cloud, managerId, slug);
    await removeForGood(cloud, account.idToken);
    cloud.advance(2 * HOUR_MS);
    await purge(cloud);
    const { uid } = await someAccount();
    for (const address of [slug, before]) {
      expect((await checkSlug(cloud, address, uid)).available, address).toBe(false);
      await expect(claimPage(cloud, uid, { slug: address, name: 'Not Ada' })).rejects.toThrow('slug-taken');
      expect(await findMoved(openTestCloud(), address)).toBeNull();
    }
    cloud.advance(91 * 24 * HOUR_MS);
    expect((await checkSlug(cloud, slug, uid)).available).toBe(true);
    await purge(cloud);
    await claimPage(cloud, uid, { slug, name: 'Not Ada' });
    expect((await findManager(openTestCloud(), slug))?.managerId).toBe(uid);
  });

  test('its visitors learn that the conversation was deleted', async () => {
    const cloud = openTestCloud();
    const { account, slug, started } = await someWholeAccount(cloud, { conversations: 1 });
    const [{ visitor, code, id }] = started as [(typeof started)[number]];
    await removeForGood(cloud, account.idToken);
    const elsewhere = new Visitor(createApp(openTestCloud()).request);
    elsewhere.cookie = visitor.cookie;
    for (const browser of [visitor, elsewhere]) {
      const { cookie } = browser;
      expect((await browser.send(id, 'Are you there?')).body.code).toBe('conversation-deleted');
      expect((await browser.delete(id)).body.code).toBe('conversation-deleted');
      expect((await browser.replaceCode(id, newCode())).body.code).toBe('conversation-deleted');
      expect((await browser.signOutOthers(id)).body.code).toBe('conversation-deleted');
      browser.cookie = cookie;
    }
    expect((await elsewhere.open(slug)).body.code).toBe('conversation-deleted');
    expect((await elsewhere.resume(slug, code)).body.code).toBe('unknown-slug');
    expect((await elsewhere.start(slug)).body.code).toBe('unknown-slug');
    expect((await elsewhere.forget(slug)).status).toBe(204);
    expect((await new Visitor(createApp(openTestCloud()).request).open(slug)).body.code).toBe('unknown-slug');
  });
});

describe('a closed page', () => {
  async function someClosedPage() {
    const cloud = openTestCloud();
    const whole = await someWholeAccount(cloud, { conversations: 1 });
    await closePage(cloud, whole.managerId, 'account-disabled');
    // Another instance: this one has the page cached.
    const fresh = openTestCloud();
    const [{ visitor, code, id }] = whole.started as [(typeof whole.started)[number]];
    const browser = new Visitor(createApp(fresh).request);
    browser.cookie = visitor.cookie;
    return { ...whole, cloud, fresh, browser, code, id };
  }

  test('is at no address, and no one is named', async () => {
    const { fresh, slug, managerId } = await someClosedPage();
    expect(await findManager(fresh, slug)).toBeNull();
    await expect(managerAt(fresh, slug)).rejects.toThrow('unknown-slug');
    await movePage(fresh, managerId, `moved-${slug}`.slice(0, 30));
    expect(await findMoved(fresh, slug)).toBeNull();
    expect((await findListings(fresh, '', 1)).people.some((one) => one.slug.includes(slug))).toBe(false);
    expect((await namedToMachines(fresh)).some((one) => one.slug.includes(slug))).toBe(false);
  });

  test('accepts no first and no further message, like a page that never existed', async () => {
    const { browser, fresh, slug, code, id } = await someClosedPage();
    const stranger = new Visitor(createApp(fresh).request);
    const unknown = await stranger.start(
      `nobody-${nanoid(8)
        .toLowerCase()
        .replace(/[^a-z0-9]/g, 'x')}`,
    );
    for (const answer of [
      await stranger.start(slug),
      await browser.send(id, 'Hello?'),
      await browser.open(slug),
      await stranger.resume(slug, code),
    ])
      expect([answer.status, answer.body]).toEqual([unknown.status, unknown.body]);
  });

  test('still lets its visitors download, forget and delete', async () => {
    const { browser, slug, id, table, managerId } = await someClosedPage();
    const copy = await browser.ask(`/api/conversations/${id}/export?format=json`, { method: 'GET' });
    expect(copy.status).toBe(200);
    const { cookie } = browser;
    expect((await browser.delete(id)).status).toBe(204);
    expect((await table.conversation(managerId, id).get()).exists).toBe(false);
    browser.cookie = cookie;
    expect((await browser.forget(slug)).status).toBe(204);
  });

  test('is unchanged when it is reopened', async () => {
    const { managerId, slug, cloud, table, code } = await someClosedPage();
    await reopenPage(cloud, managerId);
    const fresh = openTestCloud();
    expect((await findManager(fresh, slug))?.managerId).toBe(managerId);
    expect((await table.listing(managerId).get()).data()?.slug).toBe(slug);
    expect((await new Visitor(createApp(fresh).request).resume(slug, code)).status).toBe(200);
    expect((await table.manager(managerId).get()).data()).not.toHaveProperty('closed');
  });
});
