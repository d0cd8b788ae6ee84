import { words } from '@foyer/words/compiled/en/mail';
import type { Page } from 'playwright-core';
import type { TestCloud } from '../support/cloud.ts';

/** Confirms an address by the link of its mail, and notes it for `outbox.test.ts`, which runs after all other browser tests. */
export async function confirmAddress(cloud: TestCloud, page: Page, { address, link }: { address: string; link: string }): Promise<void> {
  await page.goto(link);
  await (await confirmedIn(cloud)).doc(address).set({ at: new Date().toISOString() });
  await page.getByRole('button', { name: words.confirmButton }).click();
  await page.getByRole('heading', { name: words.confirmedTitle }).waitFor();
}

/** The addresses that visitors confirmed in this run, with the time just before, in ISO format. */
export async function confirmedAddresses(cloud: TestCloud): Promise<Map<string, string>> {
  const { docs } = await (await confirmedIn(cloud)).get();
  return new Map(docs.map((found) => [found.id, String(found.get('at'))]));
}

/** Only the tests have this collection. */
async function confirmedIn(cloud: TestCloud) {
  return (await cloud.firestore()).collection('confirmedInTests');
}
