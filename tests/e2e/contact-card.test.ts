import { Timestamp } from '@google-cloud/firestore';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { putConversation } from '../support/conversation.ts';
import { findings } from './axe.ts';
import { dialog, row } from './dashboard.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { browserOf, contactNamed, contactsOf, putContact, said, undo } from './stored-contacts.ts';
import { APPEARS_MS, PHONE, useBrowser } from './support.ts';

useBrowser();
const cloud = openTestCloud();

const eventually = <T>(read: () => T) => expect.poll(read, { timeout: APPEARS_MS });
const NAMES = ['Mina', 'Juno', 'Tom'];
const idOf = (name: string) => NAMES.indexOf(name).toString(16).padStart(32, '0');

async function place({ uid }: PageOwner, name: string): Promise<void> {
  const at = Timestamp.fromMillis(Date.now() - NAMES.indexOf(name) * 60_000);
  const visitor = { name, email: `${name.toLowerCase()}@example.com`, locale: 'pt-BR' };
  await putConversation(await cloud.tables(), uid, idOf(name), {
    text: `Letter of ${name}.`,
    at,
    traits: { visitor, section: 'Portraits' },
  });
}

async function manager(): Promise<PageOwner> {
  const ada = await managerWithPage();
  await Promise.all(NAMES.map((name) => place(ada, name)));
  return ada;
}

const aliasOf = async ({ uid }: PageOwner, name: string) =>
  (await (await cloud.tables()).conversation(uid, idOf(name)).get()).data()?.alias;
const card = (page: Page) => page.getByRole('complementary', { name: 'About the visitor' });
async function openCard(page: Page, name: string) {
  await row(page, name).getByRole('link').click();
  await page.getByRole('log').waitFor();
  await page.keyboard.press('i');
  await card(page).getByRole('textbox', { name: 'Notes' }).waitFor();
  return card(page);
}

describe('the card of a visitor', () => {
  test('shows what is known, and stores what is typed, also for another device', async () => {
    const ada = await manager();
    const page = await browserOf(ada);
    const open = await openCard(page, 'Mina');
    for (const fact of ['Portraits', 'Brazilian Portuguese']) await open.getByText(fact, { exact: true }).waitFor();
    await open.getByRole('link', { name: 'mina@example.com' }).waitFor();
    expect(await contactsOf(ada)).toEqual([]);
    await open.getByRole('textbox', { name: 'Notes' }).fill('Bride in May\nlikes blue');
    await said(page, 'Saved');
    await open.getByRole('button', { name: 'Add a field' }).click();
    await open.getByRole('textbox', { name: 'Label' }).fill('Company');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Atlas');
    await page.keyboard.press('Enter');
    await open.getByRole('textbox', { name: 'Company' }).waitFor();
    await open.getByRole('button', { name: 'Add mina@example.com' }).click();
    await open.getByRole('button', { name: 'Remove mina@example.com' }).waitFor();
    await open.getByRole('button', { name: 'Add a phone number' }).click();
    await open.getByRole('textbox', { name: 'Phone number' }).fill('+55 11 91234-5678');
    await page.keyboard.press('Enter');
    await eventually(() => contactsOf(ada)).toMatchObject([
      {
        name: 'Mina',
        notes: 'Bride in May\nlikes blue',
        fields: { Company: 'Atlas' },
        emails: ['mina@example.com'],
        phones: ['+55 11 91234-5678'],
        conversations: [idOf('Mina')],
      },
    ]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findings(page), colorScheme).toEqual([]);
    }

    const phone = await browserOf(ada, PHONE);
    await row(phone, 'Mina').getByRole('link').click();
    await phone.getByRole('button', { name: 'More', exact: true }).click();
    await phone.getByRole('menuitem', { name: /About the visitor/ }).click();
    const sheet = phone.getByRole('dialog', { name: 'About the visitor' });
    await eventually(() => sheet.getByRole('textbox', { name: 'Company' }).inputValue()).toBe('Atlas');
    expect(await findings(phone)).toEqual([]);
    await sheet.getByRole('textbox', { name: 'Company' }).fill('Borealis');
    await sheet.getByRole('textbox', { name: 'Company' }).blur();
    await eventually(() => open.getByRole('textbox', { name: 'Company' }).inputValue()).toBe('Borealis');

    await open.getByRole('button', { name: 'Remove Company' }).click();
    await eventually(async () => (await contactsOf(ada))[0]?.fields).toEqual({});
    await undo(page);
    await eventually(async () => (await contactsOf(ada))[0]?.fields).toEqual({ Company: 'Borealis' });
  });

  test('names the person in every conversation, and takes it back', async () => {
    const ada = await manager();
    await putContact(ada, 'one', { name: 'Mina', conversations: [idOf('Mina'), idOf('Juno')] });
    const page = await browserOf(ada);
    const open = await openCard(page, 'Mina');
    await open.getByRole('textbox', { name: 'Name' }).fill('Bride in May');
    await page.keyboard.press('Tab');
    await said(page, 'Renamed Mina to Bride in May.');
    await eventually(() => Promise.all(['Mina', 'Juno', 'Tom'].map((name) => aliasOf(ada, name)))).toEqual([
      'Bride in May',
      'Bride in May',
      '',
    ]);
    await eventually(() => row(page, 'Bride in May').count()).toBe(2);
    await eventually(() => contactsOf(ada)).toMatchObject([{ name: 'Bride in May', nameKey: 'bride in may' }]);
    await undo(page);
    await eventually(() => Promise.all(['Mina', 'Juno'].map((name) => aliasOf(ada, name)))).toEqual(['', '']);
    await eventually(async () => (await contactsOf(ada))[0]?.name).toBe('Mina');
  });

  test('merges two conversations of one person, undoes it, and separates them', async () => {
    const ada = await manager();
    await putContact(ada, 'juno', { name: 'Juno', notes: 'Pays late', emails: ['juno@example.org'], conversations: [idOf('Juno')] });
    const page = await browserOf(ada);
    const open = await openCard(page, 'Mina');
    await open.getByRole('textbox', { name: 'Notes' }).fill('Bride');
    await said(page, 'Saved');
    const mergeWithJuno = async () => {
      await open.getByRole('button', { name: 'Same person as…' }).click();
      await dialog(page).getByRole('button', { name: /^Juno/ }).waitFor();
      await dialog(page).getByRole('button', { name: /^Juno/ }).click();
      await said(page, 'Merged Mina and Juno.');
    };
    const both = {
      name: 'Mina',
      notes: 'Bride\n\nPays late',
      emails: ['juno@example.org'],
      conversations: [idOf('Mina'), idOf('Juno')],
    };
    await mergeWithJuno();
    await eventually(() => contactsOf(ada)).toMatchObject([both]);
    await eventually(() => aliasOf(ada, 'Juno')).toBe('Mina');
    await open.getByRole('link', { name: /Letter of Juno/ }).waitFor();

    await undo(page);
    await eventually(async () => (await contactsOf(ada)).map(({ name }) => name).sort()).toEqual(['Juno', 'Mina']);
    await eventually(() => aliasOf(ada, 'Juno')).toBe('');
    await eventually(() => contactNamed(ada, 'Juno')).toMatchObject({ notes: 'Pays late' });

    await mergeWithJuno();
    await open.getByRole('button', { name: 'Separate Mina' }).click();
    await eventually(async () => (await contactsOf(ada))[0]?.conversations).toEqual([idOf('Mina')]);
    await undo(page);
    await eventually(async () => (await contactsOf(ada))[0]?.conversations).toEqual([idOf('Mina'), idOf('Juno')]);
    await open.getByRole('link', { name: /Letter of Juno/ }).click();
    await page.getByRole('log').getByText('Letter of Juno.').waitFor();
  });
});
