import { describe, expect, test } from 'vitest';
import { findings, STILL } from './axe.ts';
import { message, row, signIn } from './dashboard.ts';
import { managerWithPage } from './people.ts';
import { DESK, PHONE, someBrowser, useBrowser, visit } from './support.ts';
import { begin, box } from './visitor-page.ts';

useBrowser();

describe.each([
  ['a phone', PHONE],
  ['a desk', DESK],
] as const)('on %s', (_, viewport) => {
  test('the page, the message box, the thread and its cards are accessible, in light and dark', async () => {
    const ada = await managerWithPage();
    const page = await visit(`/${ada.slug}`, viewport);
    await page.emulateMedia(STILL);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findings(page), `page, ${colorScheme}`).toEqual([]);
    }
    await box(page).fill('Is this readable?');
    expect(await findings(page), 'writing').toEqual([]);
    await begin(page, 'Is this readable?');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findings(page), `thread, ${colorScheme}`).toEqual([]);
    }
  });

  test('the dashboard is accessible, in light and dark', async () => {
    const ada = await managerWithPage();
    const page = await (await someBrowser(viewport)).newPage();
    await page.emulateMedia(STILL);
    await page.goto('/app');
    await page.getByLabel('Password').waitFor();
    expect(await findings(page), 'sign-in').toEqual([]);
    await signIn(page, ada);
    await page.getByText(`/${ada.slug}`).locator('visible=true').first().waitFor();
    expect(await findings(page), 'empty inbox').toEqual([]);
    await begin(await visit(`/${ada.slug}`), 'A letter to look at');
    await row(page, 'A letter to look at').getByRole('link').click();
    await message(page, 'A letter to look at').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findings(page), `thread, ${colorScheme}`).toEqual([]);
    }
  });
});
