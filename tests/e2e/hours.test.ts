import { expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { fullProfile } from '../support/full-profile.ts';
import { PHONE, someBrowser, useBrowser } from './support.ts';

useBrowser();

const WRITTEN = 'Mon–Thu 09:00–17:00 (Dubai time)';

test('a visitor in another zone reads the office hours by their own clock, one in the same zone as they were written', async () => {
  const { slug } = await someManager(openTestCloud(), { ...fullProfile('atelier'), timeZone: 'Asia/Dubai' });
  const hours = async (timezoneId: string) => {
    const page = await (await someBrowser(PHONE, timezoneId)).newPage();
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(request.url()));
    await page.goto(`/${slug}`, { waitUntil: 'networkidle' });
    return { text: await page.locator('.hours').textContent(), isLoaded: scripts.some((url) => url.includes('visitor-hours')) };
  };
  expect(await hours('Asia/Dubai')).toEqual({ text: WRITTEN, isLoaded: false });
  expect(await hours('Asia/Muscat')).toEqual({ text: WRITTEN, isLoaded: true });
  expect(await hours('Asia/Tokyo')).toEqual({ text: 'Mon–Thu 09:00–17:00 (14:00–22:00 your time)', isLoaded: true });
  expect(await hours('Pacific/Honolulu')).toEqual({ text: 'Mon–Thu 09:00–17:00 (Sun–Wed 19:00–03:00 your time)', isLoaded: true });
});
