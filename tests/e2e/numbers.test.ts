import { dayAt, dayOfMonth, monthOf } from '@foyer/domain/days';
import type { DayStatistics } from '@foyer/domain/statistics';
import { Timestamp } from '@google-cloud/firestore';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { fullProfile } from '../support/full-profile.ts';
import { deepTest, sampleOf } from '../support/sample.ts';
import { storeDays, storeWaits } from '../support/statistics.ts';
import { findings } from './axe.ts';
import { signIn, signOut } from './dashboard.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { APPEARS_MS, DESK, PHONE, SIZES, someBrowser, useBrowser } from './support.ts';
import { begin } from './visitor-page.ts';

const PERSON = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';

// A request sent while a page closes has the browser's own user agent, not the one that playwright sets for a context.
useBrowser([`--user-agent=${PERSON}`]);
const cloud = openTestCloud();

/** A browser that can't be told from a person's. */
async function somePersonsBrowser(viewport = DESK): Promise<BrowserContext> {
  const context = await someBrowser(viewport);
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false }));
  return context;
}

/** Views that pages of a browser report while they are open; playwright sees no request from a page that is closing. */
function hearViews(context: BrowserContext): unknown[] {
  const views: unknown[] = [];
  context.on('request', (request) => {
    if (request.url().endsWith('/api/views')) views.push(request.postDataJSON());
  });
  return views;
}

async function countedToday({ uid }: PageOwner): Promise<DayStatistics> {
  const day = dayAt(Date.now());
  const month = await (await cloud.tables()).statistics(uid, monthOf(day)).get();
  return month.data()?.days[dayOfMonth(day)] ?? {};
}

const viewsOf = (owner: PageOwner, count: number) =>
  expect.poll(async () => (await countedToday(owner)).views, { timeout: APPEARS_MS }).toBe(count);

const leave = (page: Page) => page.goto('about:blank');

/** Simulates leaving a page's tab or coming back to it. */
async function turn(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, isHidden);
}

describe('someone who looks at a page', () => {
  test('is counted once, when they leave it, with the sections they saw', async () => {
    const ada = await managerWithPage();
    const { timeZone: _, ...profile } = fullProfile('atelier', { hasCover: false });
    await (await cloud.tables()).manager(ada.uid).update({ profile: { ...profile, name: 'Ada Moreau' } });
    const context = await somePersonsBrowser(PHONE);
    const page = await context.newPage();
    await page.goto(`/${ada.slug}`);
    await page.locator('#projects-title').evaluate((title) => title.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
    expect(await countedToday(ada)).toEqual({});
    await leave(page);
    await viewsOf(ada, 1);
    expect((await countedToday(ada)).sections).toEqual({ projects: 1 });
    expect(await context.cookies()).toEqual([]);
    await page.goto(`/${ada.slug}`);
    await page.reload();
    await viewsOf(ada, 2);
    await page.close();
    await viewsOf(ada, 3);
  });

  test('is counted once if they return from another tab, and sends no personal data', async () => {
    const ada = await managerWithPage();
    const context = await somePersonsBrowser();
    const views = hearViews(context);
    const page = await context.newPage();
    await page.goto(`/${ada.slug}`);
    for (const isHidden of [true, false, true, false]) await turn(page, isHidden);
    await viewsOf(ada, 1);
    await leave(page);
    expect(views).toEqual([{ slug: ada.slug, sections: [] }]);
    expect((await countedToday(ada)).views).toBe(1);
  });

  test('is counted as a view and as a conversation if they write, without a cookie for counting', async () => {
    const ada = await managerWithPage();
    const context = await somePersonsBrowser();
    const page = await context.newPage();
    await page.goto(`/${ada.slug}`);
    await begin(page, 'Good morning');
    const [view] = await Promise.all([page.waitForRequest('**/api/views'), turn(page, true)]);
    expect(await view.allHeaders()).not.toHaveProperty('cookie');
    await viewsOf(ada, 1);
    expect((await countedToday(ada)).conversations).toBe(1);
    expect((await context.cookies()).map(({ name }) => name)).toEqual(['__session']);
  });
});

describe('a view is not counted', () => {
  test('in an automated browser, even if it hides that but names itself', async () => {
    const ada = await managerWithPage();
    const driven = await someBrowser();
    const views = hearViews(driven);
    const page = await driven.newPage();
    await page.goto(`/${ada.slug}`, { waitUntil: 'networkidle' });
    await turn(page, true);
    expect(views).toEqual([]);
    const headless = await somePersonsBrowser();
    await headless.setExtraHTTPHeaders({ 'user-agent': PERSON.replace('Chrome/', 'HeadlessChrome/') });
    const heard = hearViews(headless);
    const hidden = await headless.newPage();
    await hidden.goto(`/${ada.slug}`, { waitUntil: 'networkidle' });
    await Promise.all([hidden.waitForResponse('**/api/views'), turn(hidden, true)]);
    expect(heard).toHaveLength(1);
    expect(await countedToday(ada)).toEqual({});
  });

  test('if the page was never on the screen', async () => {
    const ada = await managerWithPage();
    const context = await somePersonsBrowser();
    await context.addInitScript(() => Object.defineProperty(Document.prototype, 'hidden', { configurable: true, get: () => true }));
    const views = hearViews(context);
    const page = await context.newPage();
    await page.goto(`/${ada.slug}`, { waitUntil: 'networkidle' });
    await turn(page, true);
    expect(views).toEqual([]);
  });

  test('in the manager’s own browser on their own page, until they sign out', async () => {
    const [ada, other] = [await managerWithPage(), await managerWithPage()];
    const context = await somePersonsBrowser();
    const views = hearViews(context);
    const page = await context.newPage();
    await signIn(page, ada);
    const look = async ({ slug }: PageOwner) => {
      const tab = await context.newPage();
      await tab.goto(`/${slug}`, { waitUntil: 'networkidle' });
      await turn(tab, true);
    };
    await look(ada);
    await look(other);
    await viewsOf(other, 1);
    expect(views).toEqual([{ slug: other.slug, sections: [] }]);
    await page.bringToFront();
    await page.getByRole('button', { name: ada.name }).click();
    await signOut(page);
    await look(ada);
    await viewsOf(ada, 1);
  });
});

describe('the manager', () => {
  deepTest('reads the numbers of a day by key, by pointer and in a table, and of ninety days', async () => {
    const ada = await managerWithPage();
    const db = await cloud.firestore();
    const day = { views: 10, sections: { about: 4 }, conversations: 2, startedFrom: { projects: 1 }, messages: 3, replies: 1 };
    await storeDays(db, ada.uid, 60, (index) => (index < 30 ? { views: 5 } : index === 59 ? { ...day, views: 7 } : day));
    await storeWaits(db, ada.uid, 6, 30);
    const page = await (await someBrowser()).newPage();
    await signIn(page, ada);
    await page.getByRole('link', { name: 'Stats' }).click();

    const views = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Page views' }) });
    await views.getByText('297', { exact: true }).waitFor();
    await views.getByText('98% more than the previous 30 days').waitFor();
    const chart = page.getByRole('slider', { name: 'Page views, day by day' });
    await chart.focus();
    await views.getByText(/: 7 views so far$/).waitFor();
    await page.keyboard.press('ArrowLeft');
    await views.getByText(/: 10 views$/).waitFor();
    expect(await chart.getAttribute('aria-valuetext')).toMatch(/: 10 views$/);
    const { x = 0, y = 0, width = 0 } = (await chart.boundingBox()) ?? {};
    await page.mouse.move(x + width - 2, y + 20);
    await views.getByText(/: 7 views so far$/).waitFor();
    await page.mouse.move(x, y - 200);
    await views.getByText(/more than/).waitFor();

    await page.getByText('Usually within an hour.').waitFor();
    await page.getByText('Message box').waitFor();
    await page.getByRole('button', { name: 'Show as a table' }).click();
    await page.getByRole('row', { name: 'Today so far 7 2 3 1' }).waitFor();
    await page.getByRole('button', { name: '90 days' }).click();
    await views.getByText('447', { exact: true }).waitFor();
    expect(await page.getByRole('table', { name: 'Counts by day' }).getByRole('row').count()).toBe(91);
  });

  deepTest('reads the median first reply and the busiest hours, by key and in a table', async () => {
    const ada = await managerWithPage();
    const db = await cloud.firestore();
    await storeDays(db, ada.uid, 60, (index) => ({
      messages: 3,
      replies: 2,
      firstReplies: 2,
      waited: index < 53 ? { '17': 2 } : { '13': 2 },
      hours: { '09': 2, '21': index < 30 ? 0 : 1 },
    }));
    const page = await (await someBrowser()).newPage();
    await signIn(page, ada);
    await page.goto('/app/numbers');
    const replies = page.locator('section').filter({ has: page.getByRole('heading', { name: 'First reply' }) });
    await replies.getByText('From 14 replies').waitFor();
    await replies.getByText('From 60 replies').waitFor();
    expect(await replies.getByRole('definition').allTextContents()).toEqual([
      'About 75 minutes',
      'From 14 replies',
      'About 5 hours',
      'From 60 replies',
    ]);
    expect(await replies.getByText('Not counted').count()).toBe(0);

    const hours = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Busiest hours' }) });
    await hours.getByText(/^Most messages: 09:00.09:59$/).waitFor();
    const chart = page.getByRole('slider', { name: 'Busiest hours, hour by hour' });
    await chart.focus();
    expect(await chart.getAttribute('aria-valuetext')).toMatch(/^09:00.09:59: 60 messages$/);
    for (let step = 0; step < 12; step++) await page.keyboard.press('ArrowRight');
    await hours.getByText(/^21:00.21:59: 30 messages$/).waitFor();
    expect(await page.getByRole('table', { name: 'Messages by hour' }).getByRole('row').count()).toBe(25);
  });

  deepTest('is told since when first replies and hours are counted', async () => {
    const [ada, bob] = [await managerWithPage(), await managerWithPage()];
    const db = await cloud.firestore();
    const old = { messages: 3, replies: 2 };
    await storeDays(db, ada.uid, 60, (index) => (index < 50 ? old : { ...old, firstReplies: 1, waited: { '13': 1 }, hours: { '09': 3 } }));
    await storeDays(db, bob.uid, 60, () => old);
    const page = await (await someBrowser()).newPage();
    await signIn(page, ada);
    await page.goto('/app/numbers');
    await page.getByText('From 10 replies').waitFor();
    expect(await page.getByText(/^Not counted before \w+/).count()).toBe(2);
    const other = await (await someBrowser()).newPage();
    await signIn(other, bob);
    await other.goto('/app/numbers');
    await other.getByRole('heading', { name: 'First reply' }).waitFor();
    expect(await other.getByText('We’ve only started counting this').count()).toBe(2);
    expect(await other.getByText('Not counted yet').count()).toBe(2);
  });

  deepTest('sees what will be here, and how it is counted, if there are no numbers yet', async () => {
    const ada = await managerWithPage();
    const page = await (await someBrowser()).newPage();
    await signIn(page, ada);
    await page.goto('/app/numbers');
    await page.getByRole('heading', { name: 'No stats yet' }).waitFor();
    await page.getByText('Days are in UTC.').waitFor();
    expect(await findings(page)).toEqual([]);
  });

  test.each(sampleOf(SIZES, [SIZES[0]]))('on %s has an accessible screen, in light and dark', async (_, viewport) => {
    const ada = await managerWithPage();
    await storeDays(await cloud.firestore(), ada.uid, 40, (index) => ({
      views: index,
      sections: { about: index },
      conversations: 1,
      messages: 1,
      ...(index > 20 ? { firstReplies: 1, waited: { '20': 1 }, hours: { '10': 1 } } : {}),
    }));
    const page = await (await someBrowser(viewport)).newPage();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await signIn(page, ada);
    await page.goto('/app/numbers');
    await page.getByRole('heading', { name: 'What people see' }).waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findings(page), colorScheme).toEqual([]);
    }
    await page.getByRole('button', { name: 'Show as a table' }).click();
    expect(await findings(page), 'table').toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  test('has a page that shows their usual reply time, until it is outdated', async () => {
    const ada = await managerWithPage();
    const manager = (await cloud.tables()).manager(ada.uid);
    const page = await (await someBrowser()).newPage();
    await manager.update({ replyTime: { usually: 'hours', until: Timestamp.fromMillis(Date.now() - 1000) } });
    await page.goto(`/${ada.slug}`);
    await page.getByRole('heading', { name: ada.name }).waitFor();
    expect(await page.getByText('Usually replies').count()).toBe(0);
    const bob = await managerWithPage();
    await (await cloud.tables())
      .manager(bob.uid)
      .update({ replyTime: { usually: 'hours', until: Timestamp.fromMillis(Date.now() + 60_000) } });
    await page.goto(`/${bob.slug}`);
    await page.getByText('Usually replies within a few hours').waitFor();
  });
});
