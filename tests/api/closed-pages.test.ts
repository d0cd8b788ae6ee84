import { newProfile } from '@foyer/domain/new-profile';
import type { Profile } from '@foyer/domain/profile';
import { closePage, reopenPage } from '@foyer/functions/managers/close-page';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTestCloud, someManager, type TestManager } from '../support/cloud.ts';
import { emulators } from '../support/emulators.ts';

/** The pages behind Hosting: what people and programs get from the page of a disabled account. */
const { hosting } = emulators();
const cloud = openTestCloud();
const UNKNOWN = 'nobody-is-here';
const LISTED: Profile = { ...newProfile('Closed Moreau'), reach: { ...newProfile('Ada').reach, isListed: true, isIndexed: true } };

const PLACES: Readonly<Record<string, (slug: string) => string>> = {
  'the page': (slug) => `/${slug}`,
  'the message box in a frame': (slug) => `/${slug}/embed`,
  'the card for address books': (slug) => `/${slug}.vcf`,
  'the page as text': (slug) => `/${slug}/llms.txt`,
  'the embed for other sites': (slug) => `/oembed?url=${encodeURIComponent(`${origin}/${slug}`)}`,
  'the preview picture': (slug) => `/pictures/og/${slug}/00000000.jpg`,
};
const LISTS = ['/directory', '/directory?q=closed', '/sitemap.xml', '/llms.txt'];

let page: TestManager;
let origin: string;
beforeAll(async () => {
  origin = /rel="canonical" href="(http[^"]*)\/"/.exec((await answerAt('/')).text)?.[1] ?? '';
  page = await someManager(cloud, LISTED);
  await closePage(cloud, page.managerId, 'account-disabled');
});

async function answerAt(path: string) {
  const { status, headers, text } = await fetch(hosting + path, { redirect: 'manual' }).then(async (answer) => ({
    status: answer.status,
    headers: answer.headers,
    text: await answer.text(),
  }));
  return { status, type: headers.get('content-type'), cache: headers.get('cache-control'), text };
}

describe('a closed page', () => {
  test.each(Object.entries(PLACES))('has the same answer as an unknown one for %s', async (_, place) => {
    const [closed, unknown] = [await answerAt(place(page.slug)), await answerAt(place(UNKNOWN))];
    expect(closed).toEqual(unknown);
    expect(closed.status).toBe(404);
  });

  test.each(LISTS)('is not named in %s', async (path) => {
    const { status, text } = await answerAt(path);
    expect(status).toBe(200);
    expect(text).not.toContain(page.slug);
  });

  test('is back when it is reopened', async () => {
    const other = await someManager(cloud, LISTED);
    await closePage(cloud, other.managerId, 'account-disabled');
    await reopenPage(cloud, other.managerId);
    for (const [name, place] of Object.entries(PLACES)) expect([200, 302], name).toContain((await answerAt(place(other.slug))).status);
  });
});
