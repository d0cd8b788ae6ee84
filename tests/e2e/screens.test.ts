import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { sampleOf } from '../support/sample.ts';
import { findings, STILL } from './axe.ts';
import { signIn } from './dashboard.ts';
import { fillLists, walkScreens } from './dashboard-walk.ts';
import { managerWithPage } from './people.ts';
import { DESK, PHONE, someBrowser, useBrowser } from './support.ts';
import { speak } from './whole-texts.ts';

useBrowser();
const cloud = openTestCloud();

/** A folder for screenshots of every screen, to look at. */
const SHOTS = process.env.FOYER_SHOTS;

const VIEWPORTS = { phone: PHONE, desk: DESK } as const;
const ALL = (['ar', 'de', 'ja'] as const).flatMap((language) =>
  (['phone', 'desk'] as const).flatMap((device) =>
    (['light', 'dark'] as const).map((colorScheme) => `${language} ${device} ${colorScheme}` as const),
  ),
);

test.each(sampleOf(ALL, ['ar phone dark', 'de desk light']))('every screen of the dashboard is accessible: %s', async (combination) => {
  const [language, device, colorScheme] = combination.split(' ') as ['ar' | 'de' | 'ja', 'phone' | 'desk', 'light' | 'dark'];
  const ada = await managerWithPage();
  await fillLists(cloud, ada);
  const page = await (await someBrowser(VIEWPORTS[device], { ...STILL, colorScheme })).newPage();
  await signIn(page, ada);
  await speak(page, language);
  const faults: string[] = [];
  await walkScreens(page, async (screen) => {
    if (SHOTS) await page.screenshot({ path: join(SHOTS, `${combination} ${screen}.png`.replaceAll(' ', '-')) });
    faults.push(...(await findings(page)).map((fault) => `${screen}: ${fault}`));
  });
  expect(faults).toEqual([]);
});
