import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { auth, PASSWORD } from '../support/account.ts';
import { emulators } from '../support/emulators.ts';
import { freshAddress, linkAddress } from '../support/linked-visitor.ts';
import { Visitor } from '../support/visitor.ts';
import { managerWithPage } from './people.ts';
import { someBrowser, useBrowser } from './support.ts';

useBrowser();

let slug: string;
beforeAll(async () => {
  slug = (await managerWithPage()).slug;
});

/** An address that a visitor linked to their user without owning it. */
async function squattedAddress(): Promise<string> {
  const { hosting } = emulators();
  const email = freshAddress();
  await linkAddress(new Visitor((path, init) => fetch(hosting + path, init), hosting), slug, email);
  return email;
}

async function dashboard(): Promise<Page> {
  const page = await (await someBrowser()).newPage();
  await page.goto('/app');
  return page;
}

describe('the owner of an address that a visitor linked to their user', () => {
  test('signs up with it and a password', async () => {
    const email = await squattedAddress();
    const page = await dashboard();
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Create my account' }).click();
    await page.getByRole('heading', { name: 'Check your email' }).waitFor();
  });

  test('signs in with Google and claims a page', async () => {
    const email = await squattedAddress();
    const page = await dashboard();
    page.on('dialog', (dialog) => dialog.accept(email));
    await page.getByRole('button', { name: 'Continue with Google' }).click();
    await page.getByLabel('Your name').fill('Grace Holloway');
    await page.getByLabel('Your page’s address').fill(`squatted-${process.pid}`);
    await page.getByText('Available', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Create my page' }).click();
    await page.getByRole('heading', { name: 'Say what you do' }).waitFor();
  });

  test('requests a new password without reaching the visitor', async () => {
    const email = await squattedAddress();
    const page = await dashboard();
    await page.getByRole('button', { name: /forgot/i }).click();
    await page.getByLabel('Email').fill(email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByRole('heading', { name: 'Check your email' }).waitFor();
    await expect(auth('accounts:signInWithPassword', { email, password: PASSWORD })).rejects.toThrow(
      /EMAIL_NOT_FOUND|INVALID_LOGIN_CREDENTIALS/,
    );
  });
});
