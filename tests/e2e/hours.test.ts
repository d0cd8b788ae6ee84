import type { Profile } from '@foyer/domain/profile';
import { expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { fullProfile } from '../support/full-profile.ts';
import { deepTest, sampleOf } from '../support/sample.ts';
import { findings } from './axe.ts';
import { field, openEditor, preview, publishButton, untilSaved } from './editor-page.ts';
import { managerWithPage, publishProfile } from './people.ts';
import { DESK, PHONE, SIZES, someBrowser, useBrowser, visit } from './support.ts';

useBrowser();

const WRITTEN = 'Mon–Thu 09:00–17:00 (Dubai time)';

deepTest('shows the office hours also in the visitor’s own time if their clock differs', async () => {
  const { slug } = await someManager(openTestCloud(), { ...fullProfile('atelier'), timeZone: 'Asia/Dubai' });
  const hours = async (timezoneId: string) => {
    const page = await (await someBrowser(PHONE, { timezoneId })).newPage();
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

test.each<[string, Partial<Profile>, string, string]>([
  ['at any time', { hours: 'always' }, 'Available at any time', 'Available at any time'],
  [
    'at night',
    {
      hours: [
        { day: 5, from: '21:00', to: '02:00' },
        { day: 6, from: '21:00', to: '02:00' },
      ],
    },
    'Fri–Sat 21:00–02:00 (Dubai time)',
    'Fri–Sat 21:00–02:00 (Sat–Sun 02:00–07:00 your time)',
  ],
  [
    'twice a day, in a zone without a place',
    {
      timeZone: 'Etc/GMT+5',
      hours: [
        { day: 1, from: '09:00', to: '12:00' },
        { day: 1, from: '14:00', to: '15:00' },
      ],
    },
    'Mon 09:00–12:00 and 14:00–15:00 (UTC−5)',
    'Mon 09:00–12:00 and 14:00–15:00 (Mon 23:00–02:00, Tue 04:00–05:00 your time)',
  ],
])('a visitor reads that the manager is available %s', async (_, changes, written, inTokyo) => {
  const { slug } = await someManager(openTestCloud(), { ...fullProfile('atelier'), timeZone: 'Asia/Dubai', ...changes });
  const read = async (timezoneId: string) => {
    const page = await (await someBrowser(PHONE, { timezoneId })).newPage();
    await page.goto(`/${slug}`, { waitUntil: 'networkidle' });
    return page.locator('.hours').textContent();
  };
  expect(await read(changes.timeZone ?? 'Asia/Dubai')).toBe(written);
  expect(await read('Asia/Tokyo')).toBe(inTokyo);
});

test.each(sampleOf(SIZES, [SIZES[0]]))(
  'on %s a manager sets two intervals and a night, then "at any time", and undoes that',
  async (_, viewport) => {
    const cloud = openTestCloud();
    const ada = await managerWithPage();
    await publishProfile(ada, { ...fullProfile('atelier'), timeZone: 'Europe/Berlin', hours: [] });
    const page = await openEditor(ada, viewport);
    const stored = async () => (await (await cloud.tables()).draft(ada.uid).get()).data()?.profile?.hours;

    await field(page, 'Monday').focus();
    await page.keyboard.press('Space');
    await field(page, 'Monday, to').fill('12:00');
    await page.getByRole('button', { name: 'Add hours on Monday' }).press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Monday, interval 2, from');
    await field(page, 'Monday, interval 2, from').fill('21:00');
    await field(page, 'Monday, interval 2, to').fill('02:00');
    await page.getByText('Ends the next day').waitFor();
    const monday = [
      { day: 1, from: '09:00', to: '12:00' },
      { day: 1, from: '21:00', to: '02:00' },
    ];
    await untilSaved(page);
    await expect.poll(stored).toEqual(monday);
    expect(await findings(page)).toEqual([]);

    await field(page, 'Tuesday').check();
    await untilSaved(page);
    await page.getByRole('button', { name: 'Remove interval 2 on Tuesday' }).press('Enter');
    await expect.poll(stored).toEqual([...monday, { day: 2, from: '09:00', to: '12:00' }]);
    await field(page, 'Tuesday, from').fill('01:00');
    await publishButton(page).click();
    await page.getByText('These hours overlap others.').waitFor();
    await field(page, 'Tuesday').uncheck();

    await field(page, 'Available at any time').check();
    expect(await field(page, 'Monday').count()).toBe(0);
    await expect.poll(stored).toBe('always');
    await field(page, 'Available at any time').uncheck();
    await expect.poll(stored).toEqual(monday);
    await publishButton(page).click();
    await page.getByText('Published', { exact: true }).waitFor();
    await (await visit(`/${ada.slug}`)).getByText('Mon 09:00–12:00 and 21:00–02:00 (Berlin time)').waitFor();
    if (viewport === DESK) await preview(page).getByText('Mon 09:00–12:00 and 21:00–02:00').waitFor();
  },
);
