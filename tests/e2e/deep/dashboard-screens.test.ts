import { newProfile } from '@foyer/domain/new-profile';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { PASSWORD, someAccount } from '../../support/account.ts';
import { dialog, message, row, signIn } from '../dashboard.ts';
import { managerWithPage, publishProfile } from '../people.ts';
import { DESK, PHONE, someBrowser, useBrowser, visit } from '../support.ts';
import { begin } from '../visitor-page.ts';

useBrowser();

/** Checks, at both sizes, whether the document is larger than the window and whether anything can scroll it. */
async function scrollsOf(page: Page, screen: string): Promise<string[]> {
  const faults: string[] = [];
  for (const viewport of [PHONE, DESK]) {
    await page.setViewportSize(viewport);
    const { larger, moved } = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      scrollTo(9999, 9999);
      // Scrolls more than `scrollTo` does, like focus and a link to a part of the screen.
      for (const element of document.querySelectorAll('.sr-only, footer, button')) element.scrollIntoView();
      const scrolled = [scrollX, scrollY, document.body.scrollTop, document.body.scrollLeft];
      return { larger: [scrollWidth - innerWidth, scrollHeight - innerHeight], moved: scrolled };
    });
    if (larger.some((by) => by > 0) || moved.some((by) => by !== 0)) {
      faults.push(`${screen} at ${viewport.width}: larger by ${larger.join(', ')}, scrolls to ${moved.join(', ')}`);
    }
  }
  return faults;
}

test('no screen of the dashboard is larger than the window, and nothing scrolls the document', async () => {
  const ada = await managerWithPage();
  await publishProfile(ada, {
    ...newProfile(ada.name),
    sections: [{ kind: 'links', items: [{ id: 'l1', label: 'Shop', url: 'https://example.org/' }] }],
  });
  await begin(await visit(`/${ada.slug}`), 'A letter to look at');
  const page = await (await someBrowser()).newPage();
  const faults: string[] = [];
  const look = async (screen: string) => faults.push(...(await scrollsOf(page, screen)));

  await page.goto('/app');
  await page.getByLabel('Password').waitFor();
  await look('sign-in');
  await signIn(page, ada);
  await row(page, 'A letter to look at').waitFor();
  await look('inbox');
  await page.keyboard.press('?');
  await dialog(page).waitFor();
  await look('keys');
  await page.keyboard.press('Escape');
  await row(page, 'A letter to look at').getByRole('link').click();
  await message(page, 'A letter to look at').waitFor();
  await look('thread');
  await page.keyboard.press('s');
  await dialog(page).waitFor();
  await look('snooze');
  for (const [path, heading] of [
    ['/app/page', 'My page'],
    ['/app/share', 'Share'],
    ['/app/numbers', 'Stats'],
    ['/app/contacts', 'Contacts'],
    ['/app/settings', 'Settings'],
    ['/app/me', ada.name],
    ['/app/send?text=A+line', 'Send to a conversation'],
  ] as const) {
    await page.goto(path);
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
    if (path === '/app/page') await page.getByRole('tab', { name: 'You' }).waitFor();
    if (path === '/app/share') await page.getByRole('heading', { name: 'On your own site' }).waitFor();
    if (path === '/app/settings') await page.getByRole('heading', { name: 'Account', exact: true }).waitFor();
    await look(path);
  }

  expect(faults).toEqual([]);
});

test('no screen of the sign-up steps is larger than the window', async () => {
  const { email } = await someAccount();
  const page = await (await someBrowser()).newPage();
  await page.goto('/app');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const address = page.getByLabel('Your page’s address');
  await address.waitFor();
  const faults = await scrollsOf(page, 'claim');
  await page.getByLabel('Your name').fill('Ada Moreau');
  await address.fill(`screens-${process.pid}`);
  await page.locator('form button[type=submit]').click();
  await address.waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  faults.push(...(await scrollsOf(page, 'welcome')));
  await page.setViewportSize(PHONE);
  for (const step of ['Say what you do', 'Add a photo']) {
    await page.getByRole('heading', { name: step }).waitFor();
    await page.getByRole('button', { name: 'Skip', exact: true }).click();
  }
  await page.getByText('Atelier').waitFor();
  // A phone shows the effect of the style on the screen where it is chosen.
  const shown = page.frameLocator('iframe[title="Preview of your page"]').getByRole('heading', { name: 'Ada Moreau' });
  await shown.waitFor();
  await page.getByRole('radio', { name: 'Terminal' }).check();
  await expect.poll(() => shown.evaluate((heading) => getComputedStyle(heading).fontFamily)).toMatch(/mono/i);
  faults.push(...(await scrollsOf(page, 'look')));
  expect(faults).toEqual([]);
});
