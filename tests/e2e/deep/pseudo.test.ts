import { LANGUAGES, PSEUDO } from '@foyer/domain/language';
import { expect, test } from 'vitest';
import { openTestCloud } from '../../support/cloud.ts';
import { findings } from '../axe.ts';
import { composer, row, signIn } from '../dashboard.ts';
import { fillLists, walkScreens } from '../dashboard-walk.ts';
import { managerWithPage } from '../people.ts';
import { PHONE, someBrowser, useBrowser } from '../support.ts';
import { textFaults } from '../whole-texts.ts';

useBrowser();
const cloud = openTestCloud();

test('the dashboard shows whole texts from right to left', async () => {
  const ada = await managerWithPage();
  await fillLists(cloud, ada);
  const context = await someBrowser(PHONE);
  await context.addInitScript(() => {
    new MutationObserver(() => {
      if (document.documentElement.dir !== 'rtl') document.documentElement.dir = 'rtl';
    }).observe(document, { attributes: true, childList: true, subtree: true });
  });
  const page = await context.newPage();
  await signIn(page, ada);
  const faults: string[] = [];
  await walkScreens(page, async (screen) => {
    faults.push(...(await textFaults(page, { isPseudo: false })).map((fault) => `${screen}: ${fault}`));
  });
  expect(faults).toEqual([]);
});

test('a manager changes the language by keyboard and keeps a draft; invalid choices are ignored', async () => {
  const ada = await managerWithPage();
  await fillLists(cloud, ada);
  const page = await (await someBrowser()).newPage();
  await signIn(page, ada);
  await row(page, 'Letter 1.').getByRole('link').click();
  await composer(page).fill('Half an answer');
  await page.getByRole('button', { name: ada.name }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Language' }).focus();
  await page.keyboard.press('Enter');
  const choices = page.getByRole('list', { name: 'Language' }).getByRole('button');
  const names = await choices.allTextContents();
  expect(names).toHaveLength(LANGUAGES.length + 1);
  expect(names).toEqual(expect.arrayContaining(['English', 'Deutsch', 'Français', 'Polski', 'Türkçe', 'العربية', '日本語', 'Pseudo']));
  expect(await choices.first().getAttribute('aria-current')).toBe('true');
  expect(await findings(page)).toEqual([]);
  for (const _ of names) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator(`html[lang="${PSEUDO}"]`).waitFor();
  const field = page.locator('[data-composer]');
  expect(await field.inputValue()).toBe('Half an answer');
  for (const spoilt of ['', 'xx', '<script>', 'en-XA'.repeat(50), '\u0000']) {
    await page.evaluate((value) => localStorage.setItem('foyer:language', value), spoilt);
    await page.reload();
    await composer(page).waitFor();
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual(['en', 'ltr']);
  }
});
