import { Timestamp } from '@google-cloud/firestore';
import type { Locator, Page } from 'playwright-core';
import type { TestCloud } from '../support/cloud.ts';
import { begun } from '../support/conversation.ts';
import { row } from './dashboard.ts';
import type { PageOwner } from './people.ts';

/** Inboxes of many conversations, the newest first: number 0 a minute old, number 1 two minutes, and so on. */

export const idOf = (index: number): string => index.toString(16).padStart(32, '0');
export const nameOf = (index: number): string => `Mina ${`${index}`.padStart(4, '0')}`;

/** Firestore's limit for one commit. */
const COMMIT_MAX = 500;

/** Stores conversations `from` to `to`, without the last, each with its summary only: no thread of them is opened. */
export async function fillInbox(cloud: TestCloud, { uid }: PageOwner, to: number, from = 0): Promise<void> {
  const table = await cloud.tables();
  const nowMs = Date.now();
  for (let begin = from; begin < to; begin += COMMIT_MAX) {
    const batch = table.batch();
    for (let index = begin; index < Math.min(to, begin + COMMIT_MAX); index++) {
      const at = Timestamp.fromMillis(nowMs - (index + 1) * 60_000);
      const traits = { visitor: { name: nameOf(index), locale: 'en' } };
      batch.set(table.conversation(uid, idOf(index)), begun({ text: `Letter ${index}.`, at, traits }).conversation);
    }
    await batch.commit();
  }
}

export const rowOf = (page: Page, index: number): Locator => row(page, nameOf(index));
export const linkOf = (page: Page, index: number): Locator => rowOf(page, index).getByRole('link');
export const boxOf = (page: Page, index: number): Locator => rowOf(page, index).getByRole('checkbox');

/** The numbers of the rows in the document, in order. */
export function shownRows(page: Page): Promise<number[]> {
  return page
    .locator('li[data-conversation]')
    .evaluateAll((rows) => rows.map((item) => Number.parseInt((item as HTMLElement).dataset.conversation ?? '', 16)));
}
