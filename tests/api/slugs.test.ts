import { SlugAvailability } from '@foyer/domain/manager';
import { slugFault, slugSkeleton } from '@foyer/domain/slug';
import { createApp } from '@foyer/functions/app';
import { beforeAll, describe, expect, test } from 'vitest';
import { signInAgain } from '../support/account.ts';
import { expectOrdinary, type RawAnswer, readAnswer } from '../support/answers.ts';
import { ORIGIN, openTestCloud } from '../support/cloud.ts';
import { type Fixture, someFixture } from '../support/fixture.ts';
import { shown } from '../support/naughty-strings.ts';
import { spreadOver } from '../support/sample.ts';
import { looksOf, SLUG_CANDIDATES } from '../support/slug-candidates.ts';

const cloud = openTestCloud();
const app = createApp(cloud);
let fixture: Fixture;

beforeAll(async () => {
  fixture = await someFixture(cloud);
});

const headers = () => ({ authorization: `Bearer ${fixture.newcomer.idToken}`, origin: ORIGIN, 'content-type': 'application/json' });

const ask = (slug: string): Promise<RawAnswer> =>
  readAnswer(app.request(`/api/slugs/${encodeURIComponent(slug.toWellFormed())}`, { headers: headers() }));

/** Claims as a new account each time: the page stays taken, but its claimer may claim another. */
async function claim(slug: string): Promise<RawAnswer> {
  const answer = await readAnswer(
    app.request('/api/managers/me', { method: 'PUT', body: JSON.stringify({ slug, name: 'Ada' }), headers: headers() }),
  );
  if (answer.status !== 200) return answer;
  await (await cloud.tables()).manager(fixture.newcomer.uid).delete();
  // The first claim ended the sign-in.
  fixture.newcomer = await signInAgain(fixture.newcomer);
  return answer;
}

test('there are five hundred slugs to try', () => expect(SLUG_CANDIDATES.length).toBeGreaterThanOrEqual(500));

describe('someone who checks whether a slug is free', () => {
  test('gets an answer for any text, and a free similar one that can be claimed', async () => {
    for (const slug of spreadOver(SLUG_CANDIDATES, 200)) {
      // One check a second is accepted, after the first forty.
      cloud.advance(1000);
      const answer = await ask(slug);
      expect(answer.status, shown(slug)).not.toBe(429);
      expectOrdinary(answer, shown(slug));
      if (answer.status !== 200) continue;
      const { available, reason, suggestion, slug: echoed } = SlugAvailability.parse(JSON.parse(answer.text));
      expect(echoed, shown(slug)).toBe(slug);
      expect(reason === null, shown(slug)).toBe(available);
      if (available) expect(slugFault(slug), shown(slug)).toBeNull();
      if (suggestion !== null) expect(slugFault(suggestion), `${shown(slug)} -> ${suggestion}`).toBeNull();
    }
  });

  test('gets an answer for whatever the address contains', async () => {
    for (const slug of spreadOver(SLUG_CANDIDATES, 200)) {
      if (!/^[\x21-\x7e]+$/.test(slug)) continue;
      cloud.advance(1000);
      expectOrdinary(await readAnswer(app.request(`/api/slugs/${slug}`, { headers: headers() })), shown(slug));
    }
  });
});

describe('two pages', () => {
  test('that look alike cannot both be claimed, and an invalid slug is refused', async () => {
    // Other tests try the same words, and moved pages to some of them.
    const table = await cloud.tables();
    const claimable = SLUG_CANDIDATES.filter((slug) => slugFault(slug) === null);
    await Promise.all(claimable.map((slug) => table.slug(slugSkeleton(slug)).delete()));
    const taken = new Map<string, string>();
    const statuses = new Map<number, number>();
    for (const slug of SLUG_CANDIDATES) {
      const answer = await claim(slug);
      expectOrdinary(answer, shown(slug));
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (answer.status !== 200) continue;
      expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(slug.length).toBeGreaterThanOrEqual(3);
      expect(slug.length).toBeLessThanOrEqual(30);
      expect(taken.get(looksOf(slug)), `${slug} reads like another`).toBeUndefined();
      taken.set(looksOf(slug), slug);
    }
    expect(taken.size).toBeGreaterThan(20);
    expect(statuses.get(409)).toBeGreaterThan(50);
    expect(statuses.get(400)).toBeGreaterThan(300);
  });

  test('with two and three of v and w in a row cannot both be claimed if they look alike', async () => {
    const base = `ou-${process.pid}-`;
    const accepted = [];
    for (const middle of ['vvv', 'vw', 'wv']) if ((await claim(`${base}${middle}re`)).status === 200) accepted.push(middle);
    expect(accepted).toEqual(['vvv']);
  });

  test('are no pages if the site needs their address itself', async () => {
    const needed = [
      'app',
      'api',
      'assets',
      'robots',
      'favicon',
      'admin',
      'support',
      'login',
      'sign-in',
      'foyer',
      'www',
      'null',
      'well-known',
    ];
    for (const slug of [...needed, 'adm1n', 'f0yer', 'a-p-p', 'l0gin', 'rob-ots', 'supp0rt', 'foyer-', 'FOYER']) {
      expect([400, 409], slug).toContain((await claim(slug)).status);
    }
  });
});
