import type { Page } from 'playwright-core';
import { PASSWORD, someAccount } from '../support/account.ts';
import type { Look } from './looking.ts';

const submit = (page: Page) => page.locator('main [type=submit]').click();

async function signIn(page: Page, email: string): Promise<void> {
  await page.locator('[type=email]').fill(email);
  await page.locator('[type=password]').fill(PASSWORD);
  await submit(page);
}

/** Every screen before the inbox, from signing in to the finished page. The page is signed out, in any language. */
export async function walkDoors(page: Page, slug: string, look: Look): Promise<void> {
  const links = page.locator('main p button');
  await page.locator('[type=password]').waitFor();
  await look('sign in');
  await signIn(page, 'nobody@example.com');
  await page.locator('[role=alert]:not(:empty)').waitFor();
  await look('sign in, refused');
  await links.first().click();
  await look('sign up');
  await page.locator('[type=email]').fill('nobody@example.com');
  await page.locator('[type=password]').fill('short');
  await submit(page);
  await page.locator('[aria-invalid=true]').waitFor();
  await look('sign up, weak password');
  await links.last().click();
  // Signing in has two links, signing up one.
  await links.nth(1).waitFor();
  await links.last().click();
  await page.locator('[type=password]').waitFor({ state: 'detached' });
  await look('new password');
  await submit(page);
  await page.locator('main bdi').waitFor();
  await look('new password, sent');
  await links.last().click();

  await signIn(page, (await someAccount({ isEmailVerified: false })).email);
  await page.locator('main bdi').waitFor();
  await look('verify');
  await page.locator('footer button').click();
  await page.locator('[type=password]').waitFor();

  await signIn(page, (await someAccount()).email);
  await page.locator('[name=slug]').waitFor();
  await look('claim');
  await page.locator('[name=slug]').fill('admin');
  await page.locator('[aria-invalid=true]').waitFor();
  await look('claim, reserved address');
  await page.locator('[name=name]').fill('Ada Moreau');
  await page.locator('[name=slug]').fill(slug);
  await submit(page);
  await page.locator('[name=slug]').waitFor({ state: 'detached' });

  const heading = page.locator('main h1');
  const next = async () => {
    const before = await heading.textContent();
    await page.locator('main button.bg-accent').last().click();
    await heading.filter({ hasNotText: before ?? '' }).waitFor();
  };
  await heading.waitFor();
  await look('first run, words');
  await next();
  await look('first run, photo');
  await next();
  await page.frameLocator('iframe:visible').locator('h1').waitFor();
  await look('first run, style');
  await next();
  await look('first run, live');
}
