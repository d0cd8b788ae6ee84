import { paths } from '@foyer/domain/paths';
import type { Locator, Page } from 'playwright-core';
import type { TestCloud } from '../support/cloud.ts';
import { storeDays, storeWaits } from '../support/statistics.ts';
import { dialog } from './dashboard.ts';
import type { Look } from './looking.ts';
import type { PageOwner } from './people.ts';
import { foundConversation, foundMessage, NOTHING, stubSearch } from './search-stub.ts';
import { putContact } from './stored-contacts.ts';

const PERSON = 'Mina Okafor';
const NOBODY = 'xyz';
const FILE = 'Name,Email,Notes\nMina,mina@example.com,\n,nameless@example.com,\nTom,tom@example.com,Prefers letters\n';

/** Fills the screens that are not the inbox, apart from the page. */
export async function fillTools(cloud: TestCloud, ada: PageOwner): Promise<void> {
  const db = await cloud.firestore();
  await storeDays(db, ada.uid, 40, (index) => ({
    views: index,
    sections: { about: index, projects: 3 },
    conversations: 1,
    startedFrom: { projects: 1 },
    messages: 3,
    ...(index > 20 ? { replies: 1, firstReplies: 1, waited: { '20': 1 }, hours: { '10': 1, '14': 2 } } : {}),
  }));
  await storeWaits(db, ada.uid, 6, 30);
  await putContact(ada, 'mina', { name: PERSON, emails: ['mina@example.com'], phones: ['+49 30 1234567'], fields: { City: 'Lagos' } });
  await putContact(ada, 'mina-too', { name: `${PERSON} 2`, emails: ['mina@example.com'] });
  await db.doc(`${paths.cannedReplies(ada.uid)}/a1`).set({ title: 'Prices', text: 'Hello {name}, from 400 euros a day: {page}' });
}

export const close = (page: Page) => page.keyboard.press('Escape');

async function lookAtDialog(page: Page, opener: Locator, name: string, look: Look): Promise<void> {
  await opener.click();
  await dialog(page).waitFor();
  await look(name);
  await close(page);
  await dialog(page).waitFor({ state: 'detached' });
}

export async function walkSettings(page: Page, look: Look): Promise<void> {
  await page.goto('/app/settings');
  const part = (id: string) => page.locator(`section[aria-labelledby=${id}]`);
  await part('canned-replies').locator('#canned-a1').waitFor();
  await look('settings');
  for (const box of await part('notifications').locator('[type=checkbox]').all()) if (!(await box.isChecked())) await box.check();
  await part('notifications').locator('[type=time]').first().waitFor();
  await part('canned-replies').locator('button').first().click();
  await part('canned-replies').locator('textarea').waitFor();
  await look('settings, quiet hours and a reply');
  await close(page);
  for (const index of [0, 1]) {
    await part('account').locator('button:not([aria-haspopup])').nth(index).click();
    await part('account').locator('form').waitFor();
    await look(`settings, account ${index + 1}`);
    await part('account').locator('form input').first().press('Escape');
  }
  await lookAtDialog(page, part('account').locator('[aria-haspopup=dialog]'), 'settings, sign out everywhere', look);
  await lookAtDialog(page, part('data').locator('[aria-haspopup=dialog]'), 'settings, delete account', look);
}

export async function walkContacts(page: Page, look: Look): Promise<void> {
  await page.goto('/app/contacts');
  const rows = page.locator('main li button');
  await rows.first().waitFor();
  await look('contacts');
  const [add, imports, , , duplicates] = await page.locator('main header + div > button').all();
  if (!add || !imports || !duplicates) throw new Error('The screen of contacts has other buttons.');
  await lookAtDialog(page, add, 'contacts, new', look);
  await duplicates.click();
  await dialog(page).locator('li').first().waitFor();
  await look('contacts, duplicates');
  await close(page);
  await dialog(page).waitFor({ state: 'detached' });
  await imports.click();
  await dialog(page).waitFor();
  await look('contacts, import');
  await page.locator('dialog input[type=file]').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
  await dialog(page).locator('ul, ol, table, dl').first().waitFor();
  await look('contacts, import preview');
  await close(page);
  await rows.first().click();
  await page.locator('main h1').filter({ hasText: PERSON }).waitFor();
  await look('contacts, one');
  await page.goto('/app/contacts');
  await page.locator('main input').fill(NOBODY);
  await page.locator('main [role=status]').filter({ hasText: NOBODY }).waitFor();
  await look('contacts, none found');
}

export async function walkSearch(page: Page, look: Look): Promise<void> {
  const [first, second] = [
    foundConversation('a'.repeat(32), PERSON, { preview: 'Letter 1.', isUnread: true }),
    foundConversation('b'.repeat(32), '', { tray: 'spam', preview: 'Letter 2.' }),
  ];
  await stubSearch(page, (query) =>
    query === NOBODY
      ? NOTHING
      : {
          conversations: [first, second],
          matching: [first.id, second.id],
          messages: [foundMessage(first.id, 'm'.repeat(21), '…a letter, or two letters', 'letter')],
          next: 'more',
        },
  );
  await page.goto('/app/search');
  await page.locator('[data-result]').first().waitFor();
  await look('search');
  const field = page.locator('[data-search]');
  for (const filter of ['is:', 'in:', 'before:']) {
    await field.fill(filter);
    await page.locator('search ul button').first().waitFor();
    await look(`search, ${filter.slice(0, -1)}`);
  }
  await field.fill('letter');
  await page.locator('mark').first().waitFor();
  await look('search, found');
  await field.fill(NOBODY);
  await page.locator('search bdi').filter({ hasText: NOBODY }).first().waitFor();
  await look('search, none found');
}

/** The share screen, the statistics and the account's own screen. */
export async function walkOthers(page: Page, look: Look): Promise<void> {
  await page.goto('/app/share');
  await page.locator('main h2').nth(3).waitFor();
  await look('share');
  const slug = page.locator('main input[name=slug], main form input').first();
  await slug.fill('admin');
  await page.locator('[aria-invalid=true]').waitFor();
  await look('share, reserved address');
  await page.goto('/app/numbers');
  await page.locator('main [role=slider]').first().waitFor();
  await look('stats');
  await page.locator('main section + div ~ button, main div + button').first().click();
  await page.locator('main table').first().waitFor();
  await look('stats, tables');
  await page.goto('/app/me');
  await page.locator('main h1').waitFor();
  await look('me');
  const openers = page.locator('main ul').first().locator('[aria-expanded]');
  await openers.first().click();
  await look('me, availability');
  await openers.last().click();
  await look('me, status');
}
