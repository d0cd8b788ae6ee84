import { pausePage } from '@foyer/functions/managers/pause-page';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { fullProfile } from '../support/full-profile.ts';
import { sampleOf } from '../support/sample.ts';
import { COMBINATIONS, type Look, looking, openIn } from './looking.ts';
import { managerWithPage, publishProfile } from './people.ts';
import { useBrowser } from './support.ts';

useBrowser();
const cloud = openTestCloud();

const SAMPLE = COMBINATIONS.filter((combination) => combination.join(' ') === 'ar phone dark');

/** The menu's entries open a card each, in the visitor's language: they are chosen by their place. The first one is the code. */
async function walkCards(page: Page, look: Look): Promise<void> {
  const menu = page.locator('.menu > button');
  const entries = page.locator('.menu-list button');
  await menu.click();
  await look('visitor menu');
  const count = await entries.count();
  await page.keyboard.press('Escape');
  for (let index = 0; index < count; index++) {
    await menu.click();
    await entries.nth(index).click();
    // The others are loaded with the second, while the code may still be shown.
    await page.locator(index === 0 ? 'section.card' : 'dialog.card, .name-card.card').waitFor();
    await look(`visitor card ${index}`);
    await page.keyboard.press('Escape');
  }
}

test.each(sampleOf(COMBINATIONS, SAMPLE))('every screen of a visitor is accessible and whole: %s on a %s, %s', async (...combination) => {
  const ada = await managerWithPage();
  await publishProfile(ada, { ...fullProfile('atelier'), language: combination[0] });
  const page = await openIn(combination);
  const { look, faults } = looking(page, combination, null);

  await page.goto(`/${ada.slug}`);
  await look('visitor page');
  const box = page.locator('#conversation textarea');
  await box.fill('Guten Tag! Ist am 12. noch ein Termin frei?');
  await look('visitor box');
  await page.locator('.send').click();
  await page.locator('.code').waitFor();
  await look('visitor code');
  await walkCards(page, look);
  await pausePage(cloud, ada.uid, { sentence: '', backOn: null, timeZone: 'UTC' });
  await box.waitFor({ state: 'hidden' });
  await look('visitor paused');
  expect(faults).toEqual([]);
});
