import { checkSlugEndpoint, claimPageEndpoint } from '@foyer/domain/manager';
import { createApp } from '@foyer/functions/app';
import { describe, expect, test } from 'vitest';
import { type Account, auth, signInAgain, someAccount } from '../support/account.ts';
import { openTestCloud } from '../support/cloud.ts';
import { Visitor } from '../support/visitor.ts';
import { visitorIdToken } from '../support/visitor-account.ts';

const cloud = openTestCloud();
const app = createApp(cloud);
let count = 0;
const freshSlug = () => `quill-${process.pid}-${++count}`;

/** An account's dashboard: a browser that sends its ID token. */
function dashboard(account: Account | null) {
  const headers = account ? { authorization: `Bearer ${account.idToken}` } : {};
  const browser = new Visitor((path, init) =>
    app.request(path, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), ...headers } }),
  );
  return {
    claim: (slug: string, name = 'Quill', more: { language?: string } = {}) =>
      browser.call(claimPageEndpoint, { body: { slug, name, ...more } }),
    check: (slug: string) => browser.call(checkSlugEndpoint, { params: { slug } }),
  };
}

describe('a manager', () => {
  test('claims a free slug, which creates the page and the role', async () => {
    const account = await someAccount();
    const slug = freshSlug();
    expect((await dashboard(account).check(slug)).body).toEqual({ slug, available: true, reason: null, suggestion: null });
    const { status, body } = await dashboard(account).claim(slug, 'Quill Penn');
    expect([status, body]).toEqual([200, { managerId: account.uid, slug, token: expect.any(String) }]);
    const stored = (await (await cloud.tables()).manager(account.uid).get()).data();
    expect(stored).toMatchObject({ slug, profile: { name: 'Quill Penn', version: 3 } });
    expect((await (await cloud.auth()).getUser(account.uid)).customClaims).toEqual({ role: 'manager' });
  });

  test('has a page in the language of their dashboard', async () => {
    const [account, other] = [await someAccount(), await someAccount()];
    expect((await dashboard(account).claim(freshSlug(), 'Quill', { language: 'de' })).status).toBe(200);
    await dashboard(other).claim(freshSlug());
    const tables = await cloud.tables();
    const stored = await Promise.all([account, other].map(({ uid }) => tables.manager(uid).get()));
    expect(stored.map((page) => page.data()?.profile.language)).toEqual(['de', 'en']);
    const wrong = await dashboard(await someAccount()).claim(freshSlug(), 'Quill', { language: 'Deutsch' });
    expect([wrong.status, wrong.body.code]).toEqual([400, 'invalid-request']);
  });

  test('claims the same slug twice and has it once, after signing in again', async () => {
    const account = await someAccount();
    const slug = freshSlug();
    expect((await dashboard(account).claim(slug)).status).toBe(200);
    const again = dashboard(await signInAgain(account));
    expect((await again.claim(slug)).body).toEqual({ managerId: account.uid, slug, token: null });
    expect((await again.claim(freshSlug())).body.code).toBe('page-exists');
  });

  test('claims one slug in two windows simultaneously and has it once', async () => {
    const account = await someAccount();
    const slug = freshSlug();
    const statuses = (await Promise.all([dashboard(account).claim(slug), dashboard(account).claim(slug)])).map(({ status }) => status);
    // The first claim may have ended the second's sign-in before it was checked.
    expect(statuses).toContain(200);
    for (const status of statuses) expect([200, 401]).toContain(status);
    expect((await (await cloud.auth()).getUser(account.uid)).customClaims).toEqual({ role: 'manager' });
  });

  test('loses every earlier sign-in, and continues with the token from the claim', async () => {
    const account = await someAccount();
    const before = await (await cloud.auth()).getUser(account.uid);
    const { body } = await dashboard(account).claim(freshSlug());
    const after = await (await cloud.auth()).getUser(account.uid);
    expect(Date.parse(after.tokensValidAfterTime ?? '')).toBeGreaterThanOrEqual(Date.parse(before.tokensValidAfterTime ?? ''));
    expect(after.tokensValidAfterTime).toBeDefined();
    const { role, email_verified } = await (await cloud.auth()).verifyIdToken(await visitorIdToken(body.token), true);
    expect([role, email_verified]).toEqual(['manager', true]);
  });

  test('keeps only sign-in methods for their own confirmed address', async () => {
    const account = await someAccount();
    const admin = await cloud.auth();
    const foreign = { sub: 'attacker', email: 'attacker@example.org', email_verified: true };
    const link = {
      postBody: `id_token=${JSON.stringify(foreign)}&providerId=google.com`,
      requestUri: 'http://localhost',
      idToken: account.idToken,
    };
    await auth('accounts:signInWithIdp', { ...link, returnSecureToken: true });
    // Whatever address the link left behind, the account belongs to its owner again, confirmed.
    await admin.updateUser(account.uid, { email: account.email, emailVerified: true });
    expect((await admin.getUser(account.uid)).providerData.map(({ providerId }) => providerId).sort()).toEqual(['google.com', 'password']);
    expect((await dashboard(await signInAgain(account)).claim(freshSlug())).status).toBe(200);
    expect((await admin.getUser(account.uid)).providerData.map(({ providerId }) => providerId)).toEqual(['password']);
  });

  test('is signed out everywhere once the account is disabled or the sign-in revoked', async () => {
    const account = await someAccount();
    const admin = await cloud.auth();
    await admin.updateUser(account.uid, { disabled: true });
    expect((await dashboard(account).claim(freshSlug())).body.code).toBe('signed-out');
  });

  test('gets a free suggestion for a taken slug or one that looks like it', async () => {
    const slug = freshSlug();
    await dashboard(await someAccount()).claim(slug);
    const late = dashboard(await someAccount());
    for (const wanted of [slug, slug.replace('i', 'l'), slug.replaceAll('-', '')]) {
      const { body } = await late.check(wanted);
      expect(body.available).toBe(false);
      expect(['slug-taken', 'slug-similar']).toContain(body.reason);
      expect((await late.check(body.suggestion ?? '')).body.available).toBe(true);
      const refused = await late.claim(wanted);
      expect([refused.status, refused.body.code]).toEqual([409, 'slug-taken']);
      expect(refused.body.suggestion).toBe(body.suggestion);
    }
  });

  test('gets an error with a suggestion for a reserved slug', async () => {
    const { check, claim } = dashboard(await someAccount());
    expect((await check('admin')).body).toMatchObject({ available: false, reason: 'slug-reserved' });
    expect((await claim('adm1n')).body).toMatchObject({ code: 'slug-reserved', status: 409 });
    expect((await check('A b')).body).toMatchObject({
      available: false,
      reason: 'slug-shape',
    });
  });

  test('can do nothing without a confirmed address', async () => {
    const { claim, check } = dashboard(await someAccount({ isEmailVerified: false }));
    for (const { status, body } of [await claim(freshSlug()), await check(freshSlug())]) {
      expect([status, body.code]).toEqual([403, 'email-unverified']);
    }
  });

  test('must be signed in', async () => {
    expect((await dashboard(null).claim(freshSlug())).body.code).toBe('signed-out');
    expect((await dashboard(null).check(freshSlug())).body.code).toBe('signed-out');
    expect((await dashboard({ uid: 'x', email: 'x', idToken: 'not.a.token' }).check(freshSlug())).body.code).toBe('signed-out');
  });
});

test('alone wins a slug that two people claim simultaneously, twenty times over', async () => {
  const accounts = [await someAccount(), await someAccount()] as const;
  for (let round = 0; round < 20; round++) {
    const slug = freshSlug();
    const [one, other] = [await signInAgain(accounts[0]), await signInAgain(accounts[1])];
    const table = await cloud.tables();
    await Promise.all([table.manager(one.uid).delete(), table.manager(other.uid).delete()]);
    const replies = await Promise.all([dashboard(one).claim(slug), dashboard(other).claim(slug)]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409]);
  }
});
