import { paths } from '@foyer/domain/paths';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { findings, STILL } from './axe.ts';
import { composer, message, row, signIn } from './dashboard.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { PHONE, someBrowser, useBrowser, visit } from './support.ts';
import { begin } from './visitor-page.ts';

useBrowser();
const cloud = openTestCloud();

const LETTER = 'Shall we meet?';

async function open(page: Page, preview = LETTER): Promise<void> {
  await row(page, preview).getByRole('link').click();
  await message(page, LETTER).waitFor();
  await page.getByRole('button', { name: 'Canned replies' }).waitFor();
}

async function device(ada: PageOwner): Promise<Page> {
  const page = await (await someBrowser(PHONE)).newPage();
  await signIn(page, ada);
  return page;
}

async function stored({ uid }: PageOwner): Promise<string | null> {
  const db = await cloud.firestore();
  const [conversation] = (await db.collection(paths.conversations(uid)).get()).docs;
  return (await db.doc(paths.replyDraft(uid, conversation?.id ?? '')).get()).data()?.reply ?? null;
}

test('a draft follows to another device, is offered where text is, and ends when it is sent', async () => {
  const ada = await managerWithPage();
  await begin(await visit(`/${ada.slug}`), LETTER);
  const [one, other] = [await device(ada), await device(ada)];
  await open(one);
  await composer(one).fill('On Monday');
  // While it stays open, after a while.
  await expect.poll(() => stored(ada)).toBe('On Monday');
  await composer(one).fill('On Monday at ten');
  await one.goBack();
  await expect.poll(() => stored(ada)).toBe('On Monday at ten');

  // Nothing was typed here: it is in the field.
  await open(other);
  await expect.poll(() => composer(other).inputValue()).toBe('On Monday at ten');
  await other.getByText('This draft is from another device.').waitFor();
  await composer(other).fill('On Tuesday at ten');
  await expect.poll(() => other.getByText('This draft is from another device.').count()).toBe(0);
  await other.goBack();
  await expect.poll(() => stored(ada)).toBe('On Tuesday at ten');

  // Here is another text: it stays until the manager decides.
  await open(one, 'Draft: On Monday at ten');
  await one.getByText('Draft from another device: On Tuesday at ten').waitFor();
  await expect.poll(() => composer(one).inputValue()).toBe('On Monday at ten');
  await one.emulateMedia(STILL);
  expect(await findings(one)).toEqual([]);
  await one.getByRole('button', { name: 'Use it' }).click();
  await expect.poll(() => composer(one).inputValue()).toBe('On Tuesday at ten');
  await one.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => composer(one).inputValue()).toBe('On Monday at ten');
  await expect.poll(() => stored(ada)).toBe('On Monday at ten');

  await one.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.poll(() => stored(ada)).toBeNull();
  // The text of the other device stays there, and isn't stored again.
  await open(other, 'Draft: On Tuesday at ten');
  await message(other, 'On Monday at ten').waitFor();
  expect(await composer(other).inputValue()).toBe('On Tuesday at ten');
  await other.goBack();
  await row(other, 'Draft: On Tuesday at ten').waitFor();
  expect(await stored(ada)).toBeNull();
});
