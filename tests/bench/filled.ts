import type { Page } from 'playwright-core';
import { withoutTriggers } from '../../tools/emulators/running.ts';
import { fillInbox } from '../../tools/generator/fill.ts';
import { managerWithPage, type PageOwner } from '../e2e/people.ts';
import type { TestCloud } from '../support/cloud.ts';
import { emulators } from '../support/emulators.ts';

/** A manager with so many conversations of believable text, and three messages each on average. */
export async function managerWith(cloud: TestCloud, conversations: number): Promise<PageOwner> {
  const owner = await managerWithPage();
  const db = await cloud.firestore();
  const filling = { managerId: owner.uid, conversations, messages: 3 * conversations, seed: 1, nowMs: Date.now(), years: 3 };
  await withoutTriggers(emulators().hub, () => fillInbox(db, filling));
  return owner;
}

export const rowsOf = (page: Page) => page.locator('li[data-conversation]');
