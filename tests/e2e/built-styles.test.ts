import { expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { fullProfile } from '../support/full-profile.ts';
import { DESK, useBrowser, visit } from './support.ts';

useBrowser();
const cloud = openTestCloud();

test('a headline next to a portrait has the width of its rules on the built page', async () => {
  const { slug } = await someManager(cloud, fullProfile('atelier', { hasCover: false }));
  const page = await visit(`/${slug}`, DESK);
  const widthOf = async (selector: string) => (await page.locator(selector).boundingBox())?.width;
  expect(await widthOf('.headline')).toBe(await widthOf('.door'));
});

test('an Arabic name on an English page has no letter spacing', async () => {
  const { slug } = await someManager(cloud, { ...fullProfile('garden'), name: 'ليلى حداد' });
  const page = await visit(`/${slug}`, DESK);
  expect(await page.locator('.name').evaluate((name) => getComputedStyle(name).letterSpacing)).toBe('normal');
});
