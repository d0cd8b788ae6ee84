import { type ContactFields, storedContact } from '@foyer/domain/contact';
import { paths } from '@foyer/domain/paths';
import { Timestamp } from '@google-cloud/firestore';
import type { Page } from 'playwright-core';
import { openTestCloud } from '../support/cloud.ts';
import { STILL } from './axe.ts';
import { signIn } from './dashboard.ts';
import type { PageOwner } from './people.ts';
import { DESK, someBrowser } from './support.ts';

/** Managers with contacts, in the store and in their browsers. */

const cloud = openTestCloud();

export async function browserOf(ada: PageOwner, viewport = DESK): Promise<Page> {
  const page = await (await someBrowser(viewport, { ...STILL, acceptDownloads: true })).newPage();
  await signIn(page, ada);
  return page;
}

const EMPTY: ContactFields = { name: '', notes: '', fields: {}, emails: [], phones: [], conversations: [] };

/** Stores a contact. The id is padded to its length. */
export async function putContact({ uid }: PageOwner, id: string, given: Partial<ContactFields>): Promise<void> {
  const now = Timestamp.now();
  const contacts = (await cloud.tables()).contacts(uid);
  await contacts.doc(id.padEnd(21, '_')).set({ ...storedContact({ ...EMPTY, ...given }), createdAt: now, updatedAt: now });
}

/** Stores a contact as dashboards did before contacts had terms. */
export async function putContactBeforeTerms({ uid }: PageOwner, id: string, { name }: { name: string }): Promise<void> {
  const now = Timestamp.now();
  const { terms: _, ...contact } = storedContact({ ...EMPTY, name, notes: 'As before' });
  const contacts = (await cloud.firestore()).collection(paths.contacts(uid));
  await contacts.doc(id.padEnd(21, '_')).set({ ...contact, version: 1, createdAt: now, updatedAt: now });
}

export const contactsOf = async ({ uid }: PageOwner): Promise<ContactFields[]> =>
  (await (await cloud.firestore()).collection(paths.contacts(uid)).get()).docs.map((found) => found.data() as ContactFields);

/** What is shown may not be stored yet: poll it. */
export const contactNamed = async (ada: PageOwner, wanted: string): Promise<ContactFields | undefined> =>
  (await contactsOf(ada)).find(({ name }) => name === wanted);

export const said = (page: Page, text: string): Promise<void> => page.getByRole('status').getByText(text).waitFor();

/** What the current notice offers. */
export const undo = (page: Page): Promise<void> => page.getByRole('button', { name: 'Undo' }).first().click();
