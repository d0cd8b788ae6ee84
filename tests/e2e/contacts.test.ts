import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findings } from './axe.ts';
import { dialog, hasFocus } from './dashboard.ts';
import { managerWithPage } from './people.ts';
import { browserOf, contactNamed, contactsOf, putContact, putContactBeforeTerms, said, undo } from './stored-contacts.ts';
import { APPEARS_MS, PHONE, useBrowser } from './support.ts';

useBrowser();

const eventually = <T>(read: () => T) => expect.poll(read, { timeout: APPEARS_MS });
const list = (page: Page) => page.getByRole('list', { name: 'Contacts' });
const listed = (page: Page) => list(page).getByRole('button').allInnerTexts();

async function openScreen(page: Page): Promise<void> {
  await page.goto('/app/contacts');
  await page.getByRole('heading', { level: 1, name: 'Contacts' }).waitFor();
}

describe('the screen of contacts', () => {
  test('creates, finds, changes and deletes one, each live on another device', async () => {
    const ada = await managerWithPage();
    for (let index = 0; index < 35; index++) await putContact(ada, `p${index}`, { name: `Person ${`${index}`.padStart(2, '0')}` });
    const page = await browserOf(ada);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('contacts');
    await page.getByRole('option', { name: 'Contacts', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Contacts' }).waitFor();
    await eventually(async () => (await listed(page)).length).toBe(30);
    await page.getByRole('button', { name: 'Load more' }).click();
    await eventually(async () => (await listed(page)).length).toBe(35);

    await page.getByRole('button', { name: 'Add a contact' }).click();
    await dialog(page).getByRole('textbox', { name: 'Name' }).fill('  ');
    await page.keyboard.press('Enter');
    await page.getByText('Enter a name.').waitFor();
    await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Łucja Ærø');
    await page.keyboard.press('Enter');
    const heading = page.getByRole('heading', { level: 1, name: 'Łucja Ærø' });
    await heading.waitFor();
    await eventually(() => hasFocus(heading)).toBe(true);
    await page.getByRole('button', { name: 'Add an email address' }).click();
    await page.getByRole('textbox', { name: 'Email address' }).fill('lucja@example.com');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'lucja@example.com' }).waitFor();

    const phone = await browserOf(ada, PHONE);
    await phone.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Me', exact: true }).click();
    await phone.getByRole('link', { name: 'Contacts' }).click();
    await phone.getByRole('textbox', { name: 'Search by name or email' }).fill('LUCJA a');
    await eventually(() => listed(phone)).toEqual([expect.stringContaining('Łucja Ærø')]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await phone.emulateMedia({ colorScheme });
      expect(await findings(phone), colorScheme).toEqual([]);
    }
    await page.getByRole('button', { name: 'Delete contact' }).click();
    await said(page, 'Deleted Łucja Ærø.');
    await phone.getByText('No contact matches “LUCJA a”.').waitFor();
    await undo(page);
    await eventually(() => listed(phone)).toEqual([expect.stringContaining('lucja@example.com')]);
  });

  test('finds one by any word of its name and addresses, also if it was stored before that', async () => {
    const ada = await managerWithPage();
    await putContact(ada, 'mina', { name: 'Mina Okafor', emails: ['studio@atlas.example'] });
    await putContact(ada, 'tom', { name: 'Tom Okaforson' });
    await putContactBeforeTerms(ada, 'pia', { name: 'Pia Łukasz' });
    const page = await browserOf(ada);
    await openScreen(page);
    const found = async (typed: string, names: string[]) => {
      await page.getByRole('textbox', { name: 'Search by name or email' }).fill(typed);
      const shown = names.map((name) => expect.stringContaining(name));
      await eventually(async () => ((await list(page).count()) === 0 ? [] : await listed(page))).toEqual(shown);
    };
    await eventually(async () => (await contactsOf(ada)).every((stored) => 'terms' in stored)).toBe(true);
    await found('okafor', ['Mina Okafor', 'Tom Okaforson']);
    await found('okafor mi', ['Mina Okafor']);
    await found('atlas', ['Mina Okafor']);
    await found('lukasz', ['Pia Łukasz']);
    await found('okafor pia', []);
    await found('p', ['Pia Łukasz']);
    expect(await contactsOf(ada)).toContainEqual(expect.objectContaining({ name: 'Pia Łukasz', version: 2, notes: 'As before' }));
  });

  test('keeps what two devices add to one contact simultaneously, and one created offline', async () => {
    const ada = await managerWithPage();
    await putContact(ada, 'mina', { name: 'Mina', emails: ['mina@example.com'], fields: { Company: 'Atlas' } });
    const devices = await Promise.all([browserOf(ada), browserOf(ada)] as const);
    for (const page of devices) {
      await openScreen(page);
      await list(page).getByRole('button', { name: 'Mina' }).click();
      await page.getByRole('heading', { level: 1, name: 'Mina' }).waitFor();
      await page.context().setOffline(true);
    }
    for (const [index, page] of devices.entries()) {
      await page.getByRole('button', { name: 'Add an email address' }).click();
      await page.getByRole('textbox', { name: 'Email address' }).fill(`mina-${index}@example.com`);
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: `mina-${index}@example.com` }).waitFor();
      await page.getByRole('button', { name: 'Add a field' }).click();
      await page.getByRole('textbox', { name: 'Label' }).fill(`Field ${index}`);
      await page.keyboard.press('Tab');
      await page.keyboard.type('Typed');
      await page.keyboard.press('Enter');
      await page.getByRole('textbox', { name: `Field ${index}` }).waitFor();
    }
    for (const page of devices) await page.context().setOffline(false);
    await eventually(() => contactsOf(ada)).toEqual([
      expect.objectContaining({
        emails: expect.toSatisfy(
          (emails: string[]) => emails.toSorted().join() === 'mina-0@example.com,mina-1@example.com,mina@example.com',
        ),
        fields: { Company: 'Atlas', 'Field 0': 'Typed', 'Field 1': 'Typed' },
      }),
    ]);

    const [page] = devices;
    await page.getByRole('button', { name: 'All contacts' }).click();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Add a contact' }).click();
    await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Noor');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Add an email address' }).click();
    await page.getByRole('textbox', { name: 'Email address' }).fill('noor@example.com');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'noor@example.com' }).waitFor();
    await page.context().setOffline(false);
    await eventually(() => contactsOf(ada)).toContainEqual(expect.objectContaining({ name: 'Noor', emails: ['noor@example.com'] }));
  });

  test('imports a file after a preview, undoes it, and exports what it has', async () => {
    const ada = await managerWithPage();
    await putContact(ada, 'tom', { name: 'Tom', emails: ['tom@example.com'], notes: '=1+1' });
    const page = await browserOf(ada);
    await openScreen(page);
    const choose = async (name: string, content: string | Buffer) => {
      await page.getByRole('button', { name: 'Import', exact: true }).click();
      const [picking] = await Promise.all([
        page.waitForEvent('filechooser'),
        dialog(page).getByRole('button', { name: 'Choose a file' }).click(),
      ]);
      await picking.setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
    };
    const csv = [
      'Name;E-mail;Notes',
      'Mina;mina@example.com;=HYPERLINK("x")',
      '"Broken;x',
      'Thomas;TOM@example.com;',
      'Mina;mina@example.com;',
      ';;',
    ].join('\n');
    await choose('people.csv', csv);
    for (const line of [
      'New contacts: 1',
      'Already in your contacts: 1',
      'Duplicates in the file, merged: 1',
      'Line 3: can’t be read',
      'Line 6: no name',
    ])
      await dialog(page).getByText(line).waitFor();
    expect(await findings(page)).toEqual([]);
    expect(await contactsOf(ada)).toHaveLength(1);
    await dialog(page).getByRole('button', { name: 'Import 1 contact' }).click();
    await said(page, 'Imported 1 contact.');
    await eventually(async () => (await listed(page)).length).toBe(2);
    await eventually(() => contactNamed(ada, 'Mina')).toMatchObject({ notes: '=HYPERLINK("x")' });
    await undo(page);
    await eventually(async () => (await listed(page)).length).toBe(1);

    await choose(
      'card.vcf',
      'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg\r\nTEL;CELL:+49 30 1234567\r\nEND:VCARD\r\n',
    );
    await dialog(page).getByRole('button', { name: 'Import 1 contact' }).click();
    await eventually(() => listed(page)).toEqual([expect.stringContaining('Jörg Müller'), expect.stringContaining('Tom')]);

    const download = async (name: string) => {
      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name }).click();
      const file = await saving;
      const chunks: Buffer[] = [];
      for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
      return { name: file.suggestedFilename(), text: Buffer.concat(chunks).toString() };
    };
    const csvFile = await download('Export as CSV');
    expect(csvFile.name).toBe('contacts.csv');
    expect(csvFile.text.split('\r\n')).toEqual([
      '\ufeffName,Email 1,Phone 1,Notes',
      "Jörg Müller,,'+49 30 1234567,",
      "Tom,tom@example.com,,'=1+1",
    ]);
    const vcardFile = await download('Export as vCard');
    expect(vcardFile.text).toContain('VERSION:4.0\r\nFN:Tom\r\nEMAIL:tom@example.com');

    // What was exported adds nothing.
    await choose('contacts.csv', csvFile.text);
    await dialog(page).getByText('There’s nothing new in this file.').waitFor();
    await page.keyboard.press('Escape');
  });

  test('refuses files that are too large or not contacts, and offers the first 2,000', async () => {
    const ada = await managerWithPage();
    const page = await browserOf(ada);
    await openScreen(page);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    const choose = async (content: Buffer) => {
      const [picking] = await Promise.all([
        page.waitForEvent('filechooser'),
        dialog(page).getByRole('button', { name: 'Choose a file' }).click(),
      ]);
      await picking.setFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: content });
    };
    await choose(Buffer.alloc(5 * 1024 * 1024 + 1, 'x'));
    await dialog(page).getByText('This file is larger than 5 MB.').waitFor();
    await choose(Buffer.from([0, 1, 2, 255]));
    await dialog(page).getByText('We couldn’t find contacts in this file.').waitFor();
    const rows = Array.from({ length: 50_000 }, (_, index) => `Person ${index},p${index}@example.com`);
    await choose(Buffer.from(['Name,Email', ...rows].join('\n')));
    await dialog(page).getByText('This file has 50,000 contacts. You can import up to 2,000 at once.').waitFor();
    await dialog(page).getByRole('button', { name: 'Import the first 2,000' }).click();
    await dialog(page).getByRole('button', { name: 'Import 2,000 contacts' }).waitFor();
    expect(await contactsOf(ada)).toEqual([]);
  });

  test('finds duplicates, merges them, and takes that back', async () => {
    const ada = await managerWithPage();
    await putContact(ada, 'one', { name: 'Mina', emails: ['mina@example.com'], notes: 'Bride' });
    await putContact(ada, 'two', { name: 'Mina Okafor', emails: ['MINA@example.com'], phones: ['+49 30 1234567'] });
    await putContact(ada, 'three', { name: 'Tom' });
    const page = await browserOf(ada);
    await openScreen(page);
    await page.getByRole('button', { name: 'Find duplicates' }).click();
    await dialog(page).getByText('Same email address').waitFor();
    expect(await findings(page)).toEqual([]);
    await dialog(page).getByRole('button', { name: 'Merge Mina and Mina Okafor' }).click();
    await dialog(page).getByText('No duplicates in').waitFor();
    await page.keyboard.press('Escape');
    await eventually(async () => (await listed(page)).length).toBe(2);
    await eventually(() => contactNamed(ada, 'Mina')).toMatchObject({ notes: 'Bride', phones: ['+49 30 1234567'] });
    await undo(page);
    await eventually(async () => (await listed(page)).length).toBe(3);
  });
});
