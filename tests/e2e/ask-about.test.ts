import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { fullProfile } from '../support/full-profile.ts';
import { message, row, signIn } from './dashboard.ts';
import { managerWithPage, type PageOwner, publishProfile } from './people.ts';
import { APPEARS_MS, PHONE, someBrowser, useBrowser, visit } from './support.ts';
import { begin, box, bubble } from './visitor-page.ts';

useBrowser();

const cloud = openTestCloud();
let ada: PageOwner;

beforeAll(async () => {
  ada = await managerWithPage();
  await publishProfile(ada, { ...fullProfile('atelier'), name: 'Ada Moreau' });
});

const askAbout = (page: Page, title: string) => page.getByRole('link', { name: `Ask about this: ${title}` });
const line = (page: Page) => page.locator('.topic');
const topic = (page: Page) => line(page).locator('bdi').allTextContents();
const hasFocus = (page: Page) => box(page).evaluate((field) => field === document.activeElement);

async function sectionOf(text: string): Promise<string | null | undefined> {
  const found = await (await cloud.firestore())
    .collection(`managers/${ada.uid}/conversations`)
    .where('lastMessage.preview', '==', text)
    .get();
  return found.docs[0]?.get('section') as string | null | undefined;
}

describe('a visitor who asks about something on the page', () => {
  test('gets to the box with the topic, and the manager sees it in row, thread and details', async () => {
    const page = await visit(`/${ada.slug}`, PHONE);
    await askAbout(page, 'Portrait of a house').click();
    await expect.poll(() => hasFocus(page)).toBe(true);
    await expect.poll(() => topic(page)).toEqual(['Portrait of a house']);
    const isInSight = () =>
      page.locator('.sheet').evaluate((sheet) => {
        const { top, bottom } = sheet.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
    await expect.poll(isInSight, { timeout: APPEARS_MS }).toBe(true);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await begin(page, 'How long does it take?');
    expect(await line(page).isVisible()).toBe(false);
    expect(await sectionOf('How long does it take?')).toBe('Portrait of a house');

    const desk = await (await someBrowser()).newPage();
    await signIn(desk, ada);
    const link = row(desk, 'How long does it take?').getByRole('link');
    await expect.poll(() => link.textContent()).toContain('About: Portrait of a house');
    await link.click();
    await message(desk, 'How long does it take?').waitFor();
    await expect.poll(() => desk.locator('header').getByText('About: Portrait of a house').count()).toBe(1);
    if ((await desk.getByRole('complementary', { name: 'About the visitor' }).count()) === 0) await desk.keyboard.press('i');
    await desk.getByText('About the visitor').waitFor();
    await expect.poll(() => desk.locator('dd').getByText('Portrait of a house', { exact: true }).count()).toBe(1);
  });

  test('can change or remove the topic by keyboard', async () => {
    const page = await visit(`/${ada.slug}`);
    await askAbout(page, 'Prints').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => topic(page)).toEqual(['Prints']);
    await askAbout(page, 'The long quay').click();
    await expect.poll(() => topic(page)).toEqual(['The long quay']);
    expect(await box(page).getAttribute('aria-description')).toBe('About The long quay');
    await page.getByRole('button', { name: 'Remove' }).click();
    await expect.poll(() => line(page).count()).toBe(0);
    expect(await hasFocus(page)).toBe(true);
    await begin(page, 'About nothing in particular');
    expect(await sectionOf('About nothing in particular')).toBeNull();
  });

  test('gets an editable start of a message if the thread is open', async () => {
    const page = await visit(`/${ada.slug}`);
    await begin(page, 'Hello first');
    await askAbout(page, 'Prints').click();
    await expect.poll(() => box(page).inputValue()).toBe('About Prints: ');
    await page.keyboard.type('how large?');
    await askAbout(page, 'A day on site').click();
    await expect.poll(() => box(page).inputValue()).toBe('About A day on site: how large?');
    expect(await line(page).count()).toBe(0);
    await page.keyboard.press('Enter');
    await bubble(page, 'About A day on site: how large?').waitFor();
  });

  test('gets it too when the first thing they do after coming back is to ask', async () => {
    const page = await visit(`/${ada.slug}`);
    await begin(page, 'I come back');
    await page.reload();
    await askAbout(page, 'Prints').click();
    await bubble(page, 'I come back').waitFor();
    await expect.poll(() => box(page).inputValue()).toBe('About Prints: ');
  });
});
