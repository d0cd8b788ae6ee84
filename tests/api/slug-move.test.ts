import { FORMER_SLUGS_MAX } from '@foyer/domain/limits';
import { checkSlugEndpoint, claimPageEndpoint, moveEndpoint } from '@foyer/domain/manager';
import { slugSkeleton } from '@foyer/domain/slug';
import { createApp } from '@foyer/functions/app';
import { findManager, findMoved } from '@foyer/functions/managers/find-manager';
import { movePage } from '@foyer/functions/managers/move-page';
import { describe, expect, test } from 'vitest';
import { signInAgain, someAccount } from '../support/account.ts';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { managerBrowser } from '../support/manager-browser.ts';
import { newCode, Visitor } from '../support/visitor.ts';

const DAY_MS = 24 * 3600_000;
let count = 0;
const freshSlug = () => `mover-${process.pid}-${++count}`;

/** Where an address leads for an instance with empty caches: its page, another address, or nothing. */
async function leads(slug: string, afterDays = 0): Promise<string | null> {
  const cloud = openTestCloud();
  cloud.advance(afterDays * DAY_MS);
  return (await findManager(cloud, slug))?.manager.slug ?? (await findMoved(cloud, slug))?.manager.slug ?? null;
}

describe('a manager who moves', () => {
  test('is found at the new address immediately, and by the old one for ninety days', async () => {
    const cloud = openTestCloud();
    const { managerId, slug } = await someManager(cloud);
    const wanted = freshSlug();
    expect(await movePage(cloud, managerId, wanted)).toEqual({ slug: wanted });
    expect(await leads(wanted)).toBe(wanted);
    expect(await leads(slug)).toBe(wanted);
    expect(await leads(slug, 89)).toBe(wanted);
    expect(await leads(slug, 91)).toBeNull();
  });

  test('keeps the old address from everyone else, look-alikes included, until it is free', async () => {
    const cloud = openTestCloud();
    const { managerId, slug } = await someManager(cloud);
    const other = await someManager(cloud);
    await movePage(cloud, managerId, freshSlug());
    const lookAlike = slug.replaceAll('-', '');
    for (const wanted of [slug, lookAlike]) await expect(movePage(cloud, other.managerId, wanted)).rejects.toThrow('slug-taken');
    expect(await leads(lookAlike)).toBeNull();
    cloud.advance(91 * DAY_MS);
    await movePage(cloud, other.managerId, slug);
    expect(await leads(slug)).toBe(slug);
    expect((await findManager(openTestCloud(), slug))?.managerId).toBe(other.managerId);
  });

  test('may move back, and the address in between leads there too', async () => {
    const cloud = openTestCloud();
    const { managerId, slug } = await someManager(cloud);
    const between = freshSlug();
    await movePage(cloud, managerId, between);
    await movePage(cloud, managerId, slug);
    expect([await leads(slug), await leads(between)]).toEqual([slug, slug]);
    cloud.advance(200 * DAY_MS);
    expect([await leads(slug, 200), await leads(between, 200)]).toEqual([slug, null]);
  });

  test('may change only the spelling, and every earlier one leads there', async () => {
    const cloud = openTestCloud();
    const { managerId } = await someManager(cloud);
    const [first, away] = [freshSlug(), freshSlug()];
    await movePage(cloud, managerId, first);
    const spelling = first.replaceAll('-', '');
    await movePage(cloud, managerId, spelling);
    expect([await leads(first), await leads(spelling)]).toEqual([spelling, spelling]);
    await movePage(cloud, managerId, away);
    expect([await leads(first), await leads(spelling)]).toEqual([away, away]);
    await movePage(cloud, managerId, first);
    expect([await leads(first), await leads(spelling), await leads(away)]).toEqual([first, first, first]);
    expect(await leads(first.replace('-', '--'))).toBeNull();
  });

  test('twice to the same address, even simultaneously, moved once', async () => {
    const cloud = openTestCloud();
    const { managerId, slug } = await someManager(cloud);
    const wanted = freshSlug();
    await Promise.all([movePage(cloud, managerId, wanted), movePage(cloud, managerId, wanted)]);
    await movePage(cloud, managerId, wanted);
    const table = await cloud.tables();
    const own = await table.slugs().where('managerId', '==', managerId).get();
    expect(own.docs.map((place) => [place.data().slug, place.data().expireAt !== undefined]).sort()).toEqual(
      [
        [slug, true],
        [wanted, false],
      ].sort(),
    );
  });

  test(`keeps at most ${FORMER_SLUGS_MAX} old addresses, and can return to any of them`, async () => {
    const cloud = openTestCloud();
    const { managerId, slug } = await someManager(cloud);
    for (let moves = 0; moves < FORMER_SLUGS_MAX; moves++) {
      await movePage(cloud, managerId, freshSlug());
      cloud.advance(DAY_MS);
    }
    await expect(movePage(cloud, managerId, freshSlug())).rejects.toThrow('too-many-moves');
    await movePage(cloud, managerId, slug);
    await expect(movePage(cloud, managerId, freshSlug())).rejects.toThrow('too-many-moves');
    cloud.advance(86.5 * DAY_MS);
    await movePage(cloud, managerId, freshSlug());
  });
});

test('gets an address that two want simultaneously, or stays at the old one', async () => {
  const cloud = openTestCloud();
  for (let round = 0; round < 10; round++) {
    const [one, other] = [await someManager(cloud), await someManager(cloud)];
    const wanted = freshSlug();
    const outcomes = await Promise.allSettled([movePage(cloud, one.managerId, wanted), movePage(cloud, other.managerId, wanted)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [winner, loser] = outcomes[0]?.status === 'fulfilled' ? [one, other] : [other, one];
    expect((await findManager(openTestCloud(), wanted))?.managerId).toBe(winner.managerId);
    expect(await leads(loser.slug)).toBe(loser.slug);
    expect(await leads(winner.slug)).toBe(wanted);
  }
});

test('an expired address that two want simultaneously goes to one', async () => {
  const cloud = openTestCloud();
  const [leaver, one, other] = [await someManager(cloud), await someManager(cloud), await someManager(cloud)];
  await movePage(cloud, leaver.managerId, freshSlug());
  cloud.advance(91 * DAY_MS);
  const outcomes = await Promise.allSettled([one, other].map(({ managerId }) => movePage(cloud, managerId, leaver.slug)));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const place = await (await cloud.tables()).slug(slugSkeleton(leaver.slug)).get();
  expect(place.data()?.expireAt).toBeUndefined();
  expect(place.data()?.managerId).not.toBe(leaver.managerId);
});

test('a move that the store refuses to write changes nothing', async () => {
  const cloud = openTestCloud();
  const { managerId, slug } = await someManager(cloud);
  const wanted = freshSlug();
  const db = await cloud.firestore();
  const batch = db.batch.bind(db);
  db.batch = () => Object.assign(batch(), { commit: () => Promise.reject(Object.assign(new Error('gone'), { code: 14 })) });
  await expect(movePage(cloud, managerId, wanted)).rejects.toThrow('gone');
  db.batch = batch;
  expect([await leads(slug), await leads(wanted)]).toEqual([slug, null]);
  await movePage(cloud, managerId, wanted);
  expect([await leads(slug), await leads(wanted)]).toEqual([wanted, wanted]);
});

describe('by the API', () => {
  const cloud = openTestCloud();
  const app = createApp(cloud);
  async function dashboard() {
    const account = await someAccount();
    const browser = managerBrowser(app.request, account);
    const move = (slug: string) => browser.call(moveEndpoint, { body: { slug } });
    const check = async (slug: string) => (await browser.call(checkSlugEndpoint, { params: { slug } })).body;
    const claim = async (slug: string) => {
      const reply = await browser.call(claimPageEndpoint, { body: { slug, name: 'Ada' } });
      // The claim ended that sign-in.
      Object.assign(account, await signInAgain(account));
      return reply;
    };
    return { uid: account.uid, move, check, claim };
  }

  test('a manager learns which slugs are theirs, were theirs, or are unavailable', async () => {
    const ada = await dashboard();
    const [first, second] = [freshSlug(), freshSlug()];
    expect((await ada.move(first)).body.code).toBe('no-page');
    await ada.claim(first);
    expect(await ada.check(first)).toMatchObject({ available: false, reason: 'slug-own' });
    expect((await ada.move(second)).body).toEqual({ slug: second });
    expect(await ada.check(first)).toEqual({ slug: first, available: true, reason: 'slug-former', suggestion: null });
    expect(await (await dashboard()).check(first)).toMatchObject({ available: false, reason: 'slug-taken' });
    const reserved = await ada.move('adm1n');
    expect([reserved.status, reserved.body.code]).toEqual([409, 'slug-reserved']);
    const taken = await (await dashboard()).move(first);
    expect(taken.body.code).toBe('no-page');
    const bo = await dashboard();
    await bo.claim(freshSlug());
    const refused = await bo.move(first);
    expect([refused.status, refused.body.code]).toEqual([409, 'slug-taken']);
    expect((await bo.check(refused.body.suggestion ?? '')).available).toBe(true);
  });

  test('a visitor whose tab still has the old address writes, resumes and continues', async () => {
    const ada = await dashboard();
    const [first, second] = [freshSlug(), freshSlug()];
    await ada.claim(first);
    const visitor = new Visitor(app.request);
    const code = newCode();
    const { body } = await visitor.start(first, { code });
    await ada.move(second);
    // Another instance, which has nothing of the old one cached.
    const elsewhere = createApp(openTestCloud());
    const tab = new Visitor(elsewhere.request);
    tab.cookie = visitor.cookie;
    expect((await tab.open(first)).body.conversation.id).toBe(body.conversation.id);
    expect((await tab.open(second)).body.conversation.id).toBe(body.conversation.id);
    expect((await new Visitor(elsewhere.request).resume(first, code)).status).toBe(200);
    expect((await new Visitor(elsewhere.request).start(first)).status).toBe(200);
    expect((await new Visitor(elsewhere.request).start(`${first}-x`)).body.code).toBe('unknown-slug');
  });
});

test('an unknown address costs one more read, and a moved one two', async () => {
  const cloud = openTestCloud();
  const { managerId, slug } = await someManager(cloud);
  await movePage(cloud, managerId, freshSlug());
  cloud.operations.reset();
  expect(await findMoved(cloud, freshSlug())).toBeNull();
  expect(cloud.operations.reads).toBe(1);
  expect(await findMoved(cloud, slug)).not.toBeNull();
  expect(cloud.operations.reads).toBe(3);
});
