import { UNKNOWN_KIND_TEXT } from '@foyer/domain/messages/kinds';
import { MANAGER, SYSTEM } from '@foyer/domain/participant';
import { paths } from '@foyer/domain/paths';
import { Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { row, signIn } from './dashboard.ts';
import { managerWithPage, type PageOwner } from './people.ts';
import { DESK, PHONE, useBrowser, visit } from './support.ts';
import { begin, conversationId } from './visitor-page.ts';

useBrowser();

const cloud = openTestCloud();
let ada: PageOwner;
beforeAll(async () => {
  ada = await managerWithPage();
});

/** Stores what only a newer version would, and a system message. */
async function storeNewer(page: Page): Promise<void> {
  const db = await cloud.firestore();
  const id = await conversationId(page);
  const stored = (fields: object) => db.doc(paths.message(ada.uid, id, nanoid())).create({ createdAt: Timestamp.now(), ...fields });
  await stored({ version: 99, kind: 'hologram', sender: MANAGER, hologram: 'x' });
  await stored({ version: 2, kind: 'system', sender: SYSTEM, text: 'Ada turned on read receipts.' });
}

/** Expects both to be shown, the system message separately, and one offer to reload. */
async function seesNewer(page: Page): Promise<void> {
  const log = page.getByRole('log');
  await log.getByText(UNKNOWN_KIND_TEXT).waitFor();
  await log.getByText('Ada turned on read receipts.').waitFor();
  await page.getByText('A newer version of Foyer is available.').waitFor();
  expect(await page.getByRole('button', { name: 'Reload' }).count()).toBe(1);
}

test('a visitor and a manager are offered to reload, and see what can be shown until then', async () => {
  const mine = await visit(`/${ada.slug}`, PHONE);
  await begin(mine, 'From the version before');
  const theirs = await visit('/', DESK);
  await signIn(theirs, ada);
  await row(theirs, 'From the version before').click();
  await storeNewer(mine);
  await seesNewer(mine);
  await seesNewer(theirs);
  await mine.getByRole('button', { name: 'Reload' }).click();
  await seesNewer(mine);
});
