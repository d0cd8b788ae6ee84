import { paths } from '@foyer/domain/paths';
import { Timestamp } from '@google-cloud/firestore';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { putConversation } from '../support/conversation.ts';
import { deepTest } from '../support/sample.ts';
import { findings, STILL } from './axe.ts';
import { row, signIn } from './dashboard.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { APPEARS_MS, DESK, PHONE, someBrowser, useBrowser } from './support.ts';

useBrowser();
const cloud = openTestCloud();

const eventually = <T>(read: () => T) => expect.poll(read, { timeout: APPEARS_MS });
const NAMES = ['Mina', 'Juno'];
const idOf = (name: string) => NAMES.indexOf(name).toString(16).padStart(32, '0');

async function place({ uid }: PageOwner, name: string): Promise<void> {
  const at = Timestamp.fromMillis(Date.now() - NAMES.indexOf(name) * 60_000);
  await putConversation(await cloud.tables(), uid, idOf(name), {
    text: `Letter of ${name}.`,
    at,
    traits: { visitor: { name, locale: 'en' } },
  });
}

const labelsOf = async ({ uid }: PageOwner, name: string) =>
  (await (await cloud.tables()).conversation(uid, idOf(name)).get()).data()?.labels ?? [];
const storedLabels = async ({ uid }: PageOwner) =>
  (await (await cloud.firestore()).collection(paths.labels(uid)).get()).docs.map((found) => ({ id: found.id, ...found.data() }));

async function inboxOn(viewport: typeof DESK): Promise<{ ada: PageOwner; page: Page }> {
  const ada = await managerWithPage();
  await Promise.all(NAMES.map((name) => place(ada, name)));
  const page = await (await someBrowser(viewport, STILL)).newPage();
  await signIn(page, ada);
  await row(page, 'Juno').waitFor();
  return { ada, page };
}

const said = (page: Page, text: string): Promise<void> => page.getByRole('status').getByText(text).waitFor();
const focus = (page: Page, name: string): Promise<void> => row(page, name).getByRole('link').focus();
const field = (page: Page) => page.getByRole('textbox', { name: 'Find or create a label' });

/** Creates a label on a conversation, by keyboard alone. */
async function label(page: Page, name: string, labelName: string): Promise<void> {
  await focus(page, name);
  await page.keyboard.press('l');
  await field(page).waitFor();
  await page.keyboard.type(labelName);
  await page.getByRole('button', { name: `Create “${labelName}”` }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: labelName, checked: true }).waitFor();
  await page.keyboard.press('Escape');
}

describe('a manager with labels', () => {
  test('creates one by keyboard, lists its conversations, and takes it off again', async () => {
    const { ada, page } = await inboxOn(DESK);
    await label(page, 'Mina', 'Weddings');
    await said(page, 'Added “Weddings” to Mina.');
    await row(page, 'Mina').getByText('Weddings', { exact: true }).waitFor();
    const [stored] = await storedLabels(ada);
    expect(stored).toMatchObject({ name: 'Weddings', color: expect.stringMatching(/^#/) });
    await eventually(() => labelsOf(ada, 'Mina')).toEqual([stored?.id]);

    // With other case and accents it is the same: Enter adds it, nothing is created.
    await focus(page, 'Juno');
    await page.keyboard.press('l');
    await field(page).fill('WÉDDINGS');
    await page.getByRole('checkbox', { name: 'Weddings' }).waitFor();
    expect(await page.getByRole('button', { name: /Create/ }).count()).toBe(0);
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await said(page, 'Added “Weddings” to Juno.');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'More lists' }).click();
    await page.getByRole('link', { name: 'Weddings 2 conversations', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: 'Weddings' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/app/label/${stored?.id}`);
    await eventually(() => page.locator('li[data-conversation]').count()).toBe(2);
    await page.reload();
    await page.getByRole('heading', { level: 2, name: 'Weddings' }).waitFor();

    // Taken off, it leaves the list; undone, it is back.
    await focus(page, 'Juno');
    await page.keyboard.press('l');
    await page.getByRole('checkbox', { name: 'Weddings' }).click();
    await page.keyboard.press('Escape');
    await said(page, 'Removed “Weddings” from Juno.');
    await eventually(() => labelsOf(ada, 'Juno')).toEqual([]);
    await eventually(() => row(page, 'Juno').count()).toBe(0);
    await page.keyboard.press('z');
    await row(page, 'Juno').waitFor();
    await eventually(() => labelsOf(ada, 'Juno')).toEqual([stored?.id]);
  });

  test('deletes the one whose list is open: it disappears everywhere, and its id is not used again', async () => {
    const { ada, page } = await inboxOn(DESK);
    await label(page, 'Mina', 'Weddings');
    const [stored] = await storedLabels(ada);
    await page.goto(`/app/label/${stored?.id}`);
    await page.getByRole('heading', { level: 2, name: 'Weddings' }).waitFor();
    await page.getByRole('button', { name: 'Manage labels' }).click();
    await page.getByRole('button', { name: 'Edit “Weddings”' }).click();
    await page.getByText('1 conversation has it.').waitFor();
    await page.getByRole('textbox', { name: 'Name' }).fill('');
    await page.getByText('Enter a name.').waitFor();
    await page.getByRole('textbox', { name: 'Name' }).fill('Big days');
    await page.getByRole('radio', { name: 'Blue' }).check({ force: true });
    await page.getByRole('button', { name: 'Save' }).click();
    await eventually(() => storedLabels(ada)).toEqual([{ id: stored?.id, name: 'Big days', color: '#1d5fa8' }]);

    await page.getByRole('button', { name: 'Edit “Big days”' }).click();
    await page.getByRole('button', { name: 'Delete label' }).click();
    await page.keyboard.press('Escape');
    await said(page, 'Deleted the label “Big days”.');
    await eventually(() => new URL(page.url()).pathname).toBe('/app/');
    expect(await row(page, 'Mina').getByText('Big days').count()).toBe(0);
    await eventually(() => storedLabels(ada)).toEqual([{ id: stored?.id, deletedAt: expect.anything() }]);
    await page.keyboard.press('z');
    await row(page, 'Mina').getByText('Big days', { exact: true }).waitFor();
  });

  deepTest('labels a conversation on a phone', async () => {
    const { ada, page } = await inboxOn(PHONE);
    await row(page, 'Mina').getByRole('link').click();
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: /^Labels/ }).click();
    await field(page).fill('Weddings');
    await page.getByRole('button', { name: 'Create “Weddings”' }).click();
    await page.getByRole('checkbox', { name: 'Weddings', checked: true }).waitFor();
    expect(await findings(page)).toEqual([]);
    await eventually(async () => (await labelsOf(ada, 'Mina')).length).toBe(1);
  });

  test('gives a visitor another name, and takes it back', async () => {
    const { ada, page } = await inboxOn(DESK);
    const alias = async () => (await (await cloud.tables()).conversation(ada.uid, idOf('Mina')).get()).data()?.alias;
    await focus(page, 'Mina');
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: 'Name' }).fill('Bride in May');
    await page.keyboard.press('Enter');
    await said(page, 'Renamed Mina to Bride in May.');
    await row(page, 'Bride in May').waitFor();
    await eventually(alias).toBe('Bride in May');
    await page.keyboard.press('z');
    await eventually(alias).toBe('');
    await eventually(() => row(page, 'Bride in May').count()).toBe(0);
  });
});
