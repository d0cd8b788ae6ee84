import { deleteAccountEndpoint, RECENT_SIGN_IN_MS } from '@foyer/domain/manager';
import { createApp } from '@foyer/functions/app';
import { findListings, namedToMachines } from '@foyer/functions/directory/find-listings';
import { checkSlug } from '@foyer/functions/managers/check-slug';
import { claimPage } from '@foyer/functions/managers/claim-page';
import { closePage, reopenPage } from '@foyer/functions/managers/close-page';
import { findManager, findMoved, managerAt } from '@foyer/functions/managers/find-manager';
import { movePage } from '@foyer/functions/managers/move-page';
import { purge } from '@foyer/functions/purge';
import { nanoid } from 'nanoid';
import { describe, expect, test } from 'vitest';
import { someAccount } from '../support/account.ts';
import { openTestCloud, type TestCloud } from '../support/cloud.ts';
import { newCode, Visitor } from '../support/visitor.ts';
import { someWholeAccount } from '../support/whole-account.ts';

const HOUR_MS = 3600_000;

/** By a clock that stands still: a request erases for 15 seconds, and a busy machine may need longer. */
function remove(cloud: TestCloud, idToken: string) {
  const at = cloud.now();
  return new Visitor(createApp({ ...cloud, now: () => at }).request).raw<null>(deleteAccountEndpoint.path, {
    method: deleteAccountEndpoint.method,
    headers: { authorization: `Bearer ${idToken}` },
  });
}

describe('deleting an account', () => {
  test('leaves nothing of it', async () => {
    const cloud = openTestCloud();
    const { account, left } = await someWholeAccount(cloud);
    expect((await left()).length).toBeGreaterThan(20);
    const { status, headers } = await remove(cloud, account.idToken);
    expect(status).toBe(204);
    expect(headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"');
    // The mark, for the last look at what other instances wrote meanwhile, and files: the API has no right to the bucket.
    expect(await left()).toEqual([`erasures/${account.uid}`, expect.stringMatching(/^pictures\//)]);
    cloud.advance(2 * HOUR_MS);
    await purge(cloud);
    expect(await left()).toEqual([]);
  });

  test('takes someone who never had a page', async () => {
    const cloud = openTestCloud();
    const { uid, idToken } = await someAccount();
    expect((await remove(cloud, idToken)).status).toBe(204);
    await expect((await cloud.auth()).getUser(uid)).rejects.toMatchObject({ code: 'auth/user-not-found' });
  });

  test('keeps other managers as they are', async () => {
    const cloud = openTestCloud();
    const [gone, other] = [await someWholeAccount(cloud), await someWholeAccount(cloud)];
    const before = await other.left();
    await remove(cloud, gone.account.idToken);
    expect(await other.left()).toEqual(before);
    expect((await other.started[0]?.visitor.open(other.slug))?.status).toBe(200);
  });

  test('needs a sign-in of the last ten minutes', async () => {
    const cloud = openTestCloud();
    const { account, left } = await someWholeAccount(cloud, { conversations: 1 });
    const before = await left();
    cloud.advance(RECENT_SIGN_IN_MS + 1000);
    const { status, body } = await remove(cloud, account.idToken);
    expect([status, body.code]).toEqual([403, 'sign-in-again']);
    expect(await left()).toEqual(before);
  });

  test('is refused to a sign-in that was revoked, a disabled account, a visitor and a stranger', async () => {
    const cloud = openTestCloud();
    const { account, auth, left } = await someWholeAccount(cloud, { conversations: 1 });
    const before = await left();

    const { uid: disabled, idToken: token } = await someAccount();
    await auth.updateUser(disabled, { disabled: true });
    expect((await remove(cloud, token)).body.code).toBe('signed-out');
    // A token's time is in whole seconds, and so is that of a revocation.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await auth.revokeRefreshTokens(account.uid);
    expect((await remove(cloud, account.idToken)).body.code).toBe('signed-out');
    expect((await remove(cloud, 'nobody')).body.code).toBe('signed-out');
    expect(await left()).toEqual(before);
  });

  test('is answered the same when it is asked for twice at once', async () => {
    const cloud = openTestCloud();
    const { account, left } = await someWholeAccount(cloud);
    const answers = await Promise.all([remove(cloud, account.idToken), remove(cloud, account.idToken)]);
    expect(answers.map(({ status }) => status).every((status) => status === 204 || status === 401)).toBe(true);
    expect(answers.some(({ status }) => status === 204)).toBe(true);
    expect(await left()).toEqual([`erasures/${account.uid}`, expect.stringMatching(/^pictures\//)]);
  });

  test('while visitors write leaves no orphan', async () => {
    const cloud = openTestCloud();
    const { account, slug, started, left, app } = await someWholeAccount(cloud, { conversations: 6 });
    // Another instance, which still knows the page.
    const other = openTestCloud();
    const elsewhere = createApp(other);
    await findManager(other, slug);
    const sends = started.flatMap(({ visitor, id }) => [visitor.send(id, 'Before or after'), visitor.send(id, 'After or before')]);
    const starts = Array.from({ length: 6 }, (_, index) => new Visitor(index % 2 ? app.request : elsewhere.request).start(slug));
    const [answers] = await Promise.all([Promise.all([...sends, ...starts]), remove(cloud, account.idToken)]);
    for (const { status } of answers) expect([200, 404, 410, 503]).toContain(status);
    cloud.advance(2 * HOUR_MS);
    await purge(cloud);
    expect(await left()).toEqual([]);
  });
});

describe('after an account was deleted', () => {
  test('its address is nobody else’s for 90 days, and leads nowhere', async () => {
    const cloud = openTestCloud();
    const { account, slug, managerId } = await someWholeAccount(cloud, { conversations: 1 });
    const before = `before-${slug}`.slice(0, 30);
    await movePage(cloud, managerId, before);
    await movePage(cloud, managerId, slug);
    await remove(cloud, account.idToken);
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

  test('its visitors are told that the conversation was deleted', async () => {
    const cloud = openTestCloud();
    const { account, slug, started } = await someWholeAccount(cloud, { conversations: 1 });
    const [{ visitor, code, id }] = started as [(typeof started)[number]];
    await remove(cloud, account.idToken);
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

describe('a page that is closed', () => {
  async function someClosedPage() {
    const cloud = openTestCloud();
    const whole = await someWholeAccount(cloud, { conversations: 1 });
    await closePage(cloud, whole.managerId, 'account-disabled');
    // Another instance: this one has remembered the page.
    const fresh = openTestCloud();
    const [{ visitor, code, id }] = whole.started as [(typeof whole.started)[number]];
    const browser = new Visitor(createApp(fresh).request);
    browser.cookie = visitor.cookie;
    return { ...whole, cloud, fresh, browser, code, id };
  }

  test('is at no address, and nobody is named', async () => {
    const { fresh, slug, managerId } = await someClosedPage();
    expect(await findManager(fresh, slug)).toBeNull();
    await expect(managerAt(fresh, slug)).rejects.toThrow('unknown-slug');
    await movePage(fresh, managerId, `moved-${slug}`.slice(0, 30));
    expect(await findMoved(fresh, slug)).toBeNull();
    expect((await findListings(fresh, '', 1)).people.some((one) => one.slug.includes(slug))).toBe(false);
    expect((await namedToMachines(fresh)).some((one) => one.slug.includes(slug))).toBe(false);
  });

  test('takes no first and no further message, like a page that never was', async () => {
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

  test('still lets its visitors take a copy, forget and delete', async () => {
    const { browser, slug, id, table, managerId } = await someClosedPage();
    const copy = await browser.ask(`/api/conversations/${id}/export?format=json`, { method: 'GET' });
    expect(copy.status).toBe(200);
    const { cookie } = browser;
    expect((await browser.delete(id)).status).toBe(204);
    expect((await table.conversation(managerId, id).get()).exists).toBe(false);
    browser.cookie = cookie;
    expect((await browser.forget(slug)).status).toBe(204);
  });

  test('is as it was when it is opened again', async () => {
    const { managerId, slug, cloud, table, code } = await someClosedPage();
    await reopenPage(cloud, managerId);
    const fresh = openTestCloud();
    expect((await findManager(fresh, slug))?.managerId).toBe(managerId);
    expect((await table.listing(managerId).get()).data()?.slug).toBe(slug);
    expect((await new Visitor(createApp(fresh).request).resume(slug, code)).status).toBe(200);
    expect((await table.manager(managerId).get()).data()).not.toHaveProperty('closed');
  });
});
