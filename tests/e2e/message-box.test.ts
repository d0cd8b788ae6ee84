import { MANAGER } from '@foyer/domain/participant';
import { PRESETS } from '@foyer/domain/theme';
import { FieldValue } from '@google-cloud/firestore';
import type { Frame, Page } from 'playwright-core';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { fullProfile } from '../support/full-profile.ts';
import { deepTest, sampleOf } from '../support/sample.ts';
import { row, signIn } from './dashboard.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { DESK, PHONE, someBrowser, useBrowser, visit } from './support.ts';
import { begin, box, bubble, conversationId, isLive, write } from './visitor-page.ts';

useBrowser();

const cloud = openTestCloud();
let ada: PageOwner;
beforeAll(async () => {
  ada = await managerWithPage();
});

const KEYBOARD = { width: 390, height: 500 };
const TOUCH = { hasTouch: true, isMobile: true };
/** On a phone the box is visible without scrolling, even with a browser's own bars. */
const PHONE_FOOT = 700;

const send = (page: Page | Frame) => page.getByRole('button', { name: 'Send' });
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('name') ?? document.activeElement?.textContent?.trim());
const footOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => Math.ceil(element.getBoundingClientRect().bottom));

/** The Tab key's stops after the text field once it has text. */
async function stopsAfterText(page: Page): Promise<unknown[]> {
  await box(page).pressSequentially('Good morning');
  const stops = [];
  for (let stop = 0; stop < 3; stop++) {
    await page.keyboard.press('Tab');
    stops.push(await focused(page));
  }
  return stops;
}

describe('a first message', () => {
  test('has text, name, email and then Send, also in a frame and without JavaScript', async () => {
    const script = await visit(`/${ada.slug}`);
    const frame = await visit(`/${ada.slug}/embed`);
    const plain = await (await someBrowser(DESK, { javaScriptEnabled: false })).newPage();
    await plain.goto(`/${ada.slug}`);
    for (const page of [script, frame]) expect(await stopsAfterText(page)).toEqual(['name', 'email', 'Send']);
    await box(plain).pressSequentially('Good morning');
    const tops = await Promise.all(
      [box(plain), plain.getByLabel('Your name'), plain.getByLabel('Email'), send(plain)].map(
        async (part) => (await part.boundingBox())?.y,
      ),
    );
    expect(tops.toSorted((one = 0, other = 0) => one - other)).toEqual(tops);
  });

  test.each([
    ['on the page', ''],
    ['in a frame', '/embed'],
  ])('gets a new line with Enter and is sent with Ctrl+Enter, as the hint says, %s', async (_, path) => {
    const page = await visit(`/${ada.slug}${path}`);
    await box(page).pressSequentially('Dear Ada,');
    await page.keyboard.press('Enter');
    await page.keyboard.type('would you come?');
    await page.getByText('Ctrl+Enter to send').waitFor();
    expect(await box(page).inputValue()).toBe('Dear Ada,\nwould you come?');
    await page.keyboard.press('Control+Enter');
    await page.locator('.bubble').getByText('Dear Ada,').waitFor();
    await page.getByText('Save your code.').waitFor();
  });

  deepTest('shows no keyboard hint on a touch screen', async () => {
    const page = await (await someBrowser(PHONE, TOUCH)).newPage();
    await page.goto(`/${ada.slug}`);
    await box(page).fill('Dear Ada,');
    await page.waitForLoadState('networkidle');
    expect(await page.locator('.keys').isVisible()).toBe(false);
  });

  test.each([
    ['on the page', ''],
    ['in a frame', '/embed'],
  ])('is not sent if it is empty: Send moves the focus to the text, %s', async (_, path) => {
    const page = await visit(`/${ada.slug}${path}`);
    await page.waitForLoadState('networkidle');
    const posts: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
    for (const text of ['', '  \n']) {
      await box(page).fill(text);
      await send(page).click();
      expect(await focused(page)).toBe('text');
    }
    expect([posts.filter((url) => url.includes('/api/conversations')), await page.locator('.notice').textContent()]).toEqual([[], '']);
  });
});

describe('a further message', () => {
  test('is sent with Enter and gets a new line with Shift+Enter, as the hint says', async () => {
    const page = await visit(`/${ada.slug}`);
    await begin(page, 'The first');
    await page.getByText('Enter to send, Shift+Enter for a new line').waitFor();
    await box(page).pressSequentially('One line');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('and another');
    await page.keyboard.press('Enter');
    await bubble(page, 'One line\nand another').waitFor();
    expect(await box(page).inputValue()).toBe('');
  });

  deepTest('keeps Send in place while the manager is typing', async () => {
    const page = await visit(`/${ada.slug}`);
    await begin(page, 'Are you there?');
    await isLive(page);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Skip' }).click();
    const before = await send(page).boundingBox();
    const presence = (await cloud.tables()).presence(ada.uid, await conversationId(page), MANAGER);
    await presence.set({ seenAt: FieldValue.serverTimestamp(), typingAt: FieldValue.serverTimestamp() }, { merge: true });
    await page.getByText('Ada is typing…').waitFor();
    expect(await send(page).boundingBox()).toEqual(before);
  });
});

describe('a visitor without a name', () => {
  const question = (page: Page) => page.getByRole('form', { name: 'What should Ada call you?' });

  test('sends a first message with a name from a phone in three taps', async () => {
    const manager = await (await someBrowser()).newPage();
    await signIn(manager, ada);
    const page = await (await someBrowser(PHONE, TOUCH)).newPage();
    await page.goto(`/${ada.slug}`);
    await box(page).tap();
    await page.keyboard.type('May I come by on Friday?');
    await page.getByLabel('Your name').tap();
    await page.keyboard.type('Mina');
    await send(page).tap();
    await bubble(page, 'May I come by on Friday?').waitFor();
    await row(manager, 'May I come by on Friday?').getByText('Mina').waitFor();
  });

  test('is asked once after the first message, and the inbox shows the name immediately', async () => {
    const manager = await (await someBrowser()).newPage();
    await signIn(manager, ada);
    const page = await visit(`/${ada.slug}`, PHONE);
    await begin(page, 'Do I have a name?');
    await row(manager, 'Do I have a name?')
      .getByText(/^Visitor /)
      .waitFor();
    await row(manager, 'Do I have a name?').getByRole('link').click();
    await question(page).getByLabel('Your name').fill('Mina Okafor');
    await question(page).getByRole('button', { name: 'Save' }).click();
    await question(page).waitFor({ state: 'detached' });
    await row(manager, 'Mina Okafor').getByText('Do I have a name?').waitFor();
    await manager.getByRole('heading', { name: 'Mina Okafor' }).waitFor();
    await page.reload();
    await bubble(page, 'Do I have a name?').waitFor();
    expect(await question(page).count()).toBe(0);
  });

  test('can skip the question, and finds it in the menu later, with the email', async () => {
    const page = await visit(`/${ada.slug}`);
    await begin(page, 'Not yet');
    await question(page).getByRole('button', { name: 'Skip' }).click();
    expect([await question(page).count(), await focused(page)]).toEqual([0, 'text']);
    await write(page, 'And one more');
    await bubble(page, 'And one more').waitFor();
    const open = async () => {
      await page.getByRole('button', { name: 'More about this conversation' }).click();
      await page.getByRole('button', { name: 'Your name and email' }).click();
      await question(page).waitFor();
    };
    const stored = async () => (await (await cloud.tables()).conversation(ada.uid, await conversationId(page)).get()).data()?.visitor;
    await open();
    expect(await focused(page)).toBe('name');
    await page.keyboard.type('Noor');
    await question(page).getByLabel('Email').fill('noor@example.org');
    await page.keyboard.press('Enter');
    await question(page).waitFor({ state: 'detached' });
    expect(await stored()).toMatchObject({ name: 'Noor', email: 'noor@example.org' });
    await page.reload();
    await open();
    expect(await question(page).getByLabel('Email').inputValue()).toBe('noor@example.org');
    await question(page).getByLabel('Your name').fill('');
    await question(page).getByRole('button', { name: 'Save' }).click();
    await question(page).waitFor({ state: 'detached' });
    expect(await stored()).toMatchObject({ name: '', email: 'noor@example.org' });
  });

  test('is not asked after giving a name with the message', async () => {
    const page = await visit(`/${ada.slug}`);
    await box(page).fill('With a name');
    await page.getByLabel('Your name').fill('Mina');
    await send(page).click();
    await page.getByText('Save your code.').waitFor();
    await bubble(page, 'With a name').waitFor();
    expect(await question(page).count()).toBe(0);
  });
});

test.each(sampleOf(PRESETS, ['letter']))('a %s page shows the message box on the first screen, clearly as a box', async (preset) => {
  const { slug } = await someManager(cloud, fullProfile(preset));
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await (await someBrowser(DESK, { colorScheme })).newPage();
    await page.goto(`/${slug}`);
    expect(await footOf(page, '.composer'), 'on a wide screen').toBeLessThanOrEqual(DESK.height);
    await page.setViewportSize(PHONE);
    expect(await footOf(page, '.composer'), 'on a phone').toBeLessThanOrEqual(PHONE_FOOT);
    expect(await edgeOf(page), `${colorScheme}: the contrast of its edge`).toBeGreaterThanOrEqual(3);
    const [button, sheet] = await page.locator('.send').evaluate((element) => {
      const sheet = element.closest('.sheet') ?? element;
      return [element, sheet].map((one) => getComputedStyle(one).backgroundColor);
    });
    expect(button, `${colorScheme}: Send at rest`).toMatch(/^rgb\(/);
    expect(button).not.toBe(sheet);
  }
});

test.each(sampleOf(PRESETS, ['card']))('a %s page keeps the form above a phone’s keyboard while the text grows', async (preset) => {
  const { slug } = await someManager(cloud, { ...fullProfile(preset), name: 'Ada Moreau' });
  const page = await (await someBrowser(PHONE, TOUCH)).newPage();
  await page.goto(`/${slug}`);
  await box(page).tap();
  await page.setViewportSize(KEYBOARD);
  const seen = async () => {
    await page.waitForTimeout(100);
    const { top, bottom } = await page.locator('.composer').evaluate((form) => form.getBoundingClientRect());
    return { top: top >= 0, foot: Math.floor(bottom) <= KEYBOARD.height };
  };
  const all = { top: true, foot: true };
  await expect.poll(seen).toEqual(all);
  for (const line of ['Dear Ada,', '\nwould you', '\n\ncome in October?', '\n'.repeat(12)]) {
    await page.keyboard.type(line);
    await expect.poll(seen, { message: JSON.stringify(line) }).toEqual(all);
  }
});

/** The box's best contrast across its upper edge, against the page outside it, over most of its length. */
async function edgeOf(page: Page): Promise<number> {
  await page.locator('.sheet').scrollIntoViewIfNeeded();
  const { x = 0, y = 0, width = 0 } = (await page.locator('.sheet').boundingBox()) ?? {};
  const clip = { x: Math.round(x + width / 2 - 20), y: Math.round(y) - 5, width: 40, height: 13 };
  const { data, info } = await sharp(await page.screenshot({ clip }))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const luminance = (column: number, line: number) => {
    const at = (line * info.width + column) * info.channels;
    const [red = 0, green = 0, blue = 0] = [...data.subarray(at, at + 3)].map((value) =>
      value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrasts = Array.from({ length: info.width }, (_, column) => {
    const outside = luminance(column, 0);
    const lines = Array.from({ length: info.height }, (__, line) => luminance(column, line));
    return Math.max(...lines.map((inside) => (Math.max(inside, outside) + 0.05) / (Math.min(inside, outside) + 0.05)));
  });
  // The Letter's edge is striped: every second stripe has the colour of paper.
  return contrasts.toSorted((one, other) => one - other)[Math.floor(info.width * 0.6)] ?? 0;
}
