import { readFile } from 'node:fs/promises';
import { newProfile } from '@foyer/domain/new-profile';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { deepTest, onlyDeep } from '../support/sample.ts';
import { findings } from './axe.ts';
import { row, signIn } from './dashboard.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { DESK, SIZES, someBrowser, useBrowser, visit } from './support.ts';
import { begin, bubble, enterCode, write } from './visitor-page.ts';

useBrowser();
const cloud = openTestCloud();

async function shareScreen(ada: PageOwner, viewport = DESK): Promise<Page> {
  const page = await (await someBrowser(viewport)).newPage();
  await signIn(page, ada);
  await page.goto('/app/share');
  await page.getByRole('heading', { name: 'Share', exact: true }).waitFor();
  return page;
}

async function addLinks({ uid }: PageOwner): Promise<void> {
  const items = [
    { id: 'a', label: 'A page in here', url: 'https://127.0.0.1/' },
    { id: 'b', label: 'Letters', url: 'https://letters.example/ada' },
  ];
  await (await cloud.tables())
    .manager(uid)
    .update({ 'profile.sections': [{ kind: 'links', items }], verifiedLinks: ['https://letters.example/ada'] });
}

test('a manager moves their page to a free address, and visitors keep their conversations there', async () => {
  const ada = await managerWithPage();
  const visitor = await visit(`/${ada.slug}`);
  const code = await begin(visitor, 'Before the move');
  const manager = await shareScreen(ada);
  const field = manager.getByLabel('New address');
  await field.fill('admin');
  await manager.getByText('This address is reserved.').waitFor();
  await field.fill(ada.slug);
  await manager.getByText('This is already your address.').waitFor();
  const moved = `moved-${ada.slug}`;
  await field.fill(moved);
  await manager.getByText('Available', { exact: true }).waitFor();
  await manager.getByRole('button', { name: 'Change address' }).click();
  await manager.getByText(`Your address has changed. /${ada.slug} still leads to your page.`).waitFor();
  await manager.getByRole('region', { name: 'Your address', exact: true }).getByText(`/${moved}`).waitFor();

  // The open tab keeps working, and the old address redirects to the new one with the conversation.
  await write(visitor, 'From the old tab');
  await bubble(visitor, 'From the old tab').waitFor();
  // With an unknown revision the page is looked up immediately; without one it may be shown at its old address for half a minute.
  await visitor.goto(`/${ada.slug}?v=2`);
  await visitor.waitForURL(`**/${moved}?v=2`);
  await bubble(visitor, 'From the old tab').waitFor();
  const otherDevice = await visit(`/${ada.slug}?v=2#resume=${code}`);
  await otherDevice.waitForURL(`**/${moved}**`);
  await otherDevice.getByRole('button', { name: 'Continue' }).click();
  await bubble(otherDevice, 'From the old tab').waitFor();
  await manager.goto('/app');
  await row(manager, 'From the old tab').waitFor();

  await manager.goto('/app/share');
  await field.fill(ada.slug);
  await manager.getByText('You used this address before.').waitFor();
});

deepTest('a manager downloads the QR code, as a drawing and as a picture', async () => {
  const page = await shareScreen(await managerWithPage());
  const saved = async (name: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  const svg = await saved('Download SVG');
  expect(svg.name).toMatch(/\.svg$/);
  expect(svg.bytes.toString()).toContain('<svg xmlns="http://www.w3.org/2000/svg"');
  const png = await saved('Download PNG');
  expect(png.name).toMatch(/\.png$/);
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([1024, 1024]);
});

test('a manager sees which links are verified, and why another is not', async () => {
  const ada = await managerWithPage();
  await addLinks(ada);
  const page = await shareScreen(ada);
  await page.getByRole('listitem').filter({ hasText: 'Letters' }).getByText('Links back to you').waitFor();
  await page.getByRole('button', { name: 'Check: A page in here' }).click();
  await page.getByText('We couldn’t reach that page.').waitFor();
  const visitor = await visit(`/${ada.slug}`);
  expect(await visitor.getByRole('img', { name: 'This page links back here' }).count()).toBe(1);
});

describe.each(onlyDeep(SIZES))('on %s', (_, viewport) => {
  test('the share screen is accessible, in light and dark, and no wider than the screen', async () => {
    const ada = await managerWithPage();
    await addLinks(ada);
    const page = await shareScreen(ada, viewport);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findings(page), colorScheme).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  test('the front page, directory, missing page and code page are accessible, in light and dark', async () => {
    const name = `Open House ${process.pid}`;
    const profile = newProfile(name, 'Keeps the door open');
    await someManager(cloud, { ...profile, reach: { ...profile.reach, isListed: true } });
    const page = await (await someBrowser(viewport)).newPage();
    const scripts: string[] = [];
    page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
    for (const path of ['/', '/directory', `/directory?q=house+${process.pid}`, '/directory?q=nobodylikethat', '/nobody-lives-here']) {
      await page.goto(path);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect(await findings(page), `${path}, ${colorScheme}`).toEqual([]);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
    }
    // Only the missing page has a script: for a browser with a conversation at that address.
    expect(scripts.filter((url) => !url.includes('/assets/unknown-page-'))).toEqual([]);
    await enterCode(page);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('alert').getByText('That code is too short').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findings(page), `/resume, ${colorScheme}`).toEqual([]);
    }
  });
});

test('someone without JavaScript finds a person in the directory', async () => {
  const name = `Quiet Harbour ${process.pid}`;
  const profile = newProfile(name, 'Boats');
  const { slug } = await someManager(cloud, { ...profile, reach: { ...profile.reach, isListed: true } });
  const browser = (await someBrowser()).browser();
  const context = await browser?.newContext({ javaScriptEnabled: false });
  const page = await context?.newPage();
  if (!page) throw new Error('There is no browser.');
  const { origin } = new URL((await visit('/')).url());
  await page.goto(`${origin}/`);
  await page.getByRole('link', { name: 'Browse the directory' }).click();
  await page.getByRole('searchbox').fill(`harbour ${process.pid}`);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name }).click();
  await page.waitForURL(`${origin}/${slug}`);
  await context?.close();
});
