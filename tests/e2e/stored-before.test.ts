import { MESSAGE_VERSION } from '@foyer/domain/conversation-versions';
import { UNKNOWN_KIND_TEXT } from '@foyer/domain/messages/kinds';
import { SYSTEM, VISITOR } from '@foyer/domain/participant';
import { Timestamp } from '@google-cloud/firestore';
import { expect, test } from 'vitest';
import { openTestCloud } from '../support/cloud.ts';
import { storeVersion1 } from '../support/stored-before.ts';
import { composer, message, reply, row, signIn } from './dashboard.ts';
import { managerWithPage } from './people.ts';
import { someBrowser, useBrowser, visit } from './support.ts';
import { begin, conversationId } from './visitor-page.ts';

useBrowser();
const cloud = openTestCloud();

test('a manager finds and answers conversations stored by version 1, each in its view', async () => {
  const ada = await managerWithPage();
  const stored = await storeVersion1(await cloud.firestore(), ada.uid);
  const page = await (await someBrowser()).newPage();
  await signIn(page, ada);
  await row(page, 'See you on the 20th.').waitFor();
  for (const [view, id] of [
    ['Archive', stored.closed.id],
    ['Archive', stored.blocked.id],
    ['Snoozed', stored.snoozed.id],
    ['Inbox', stored.everything.id],
  ] as const) {
    await page.getByRole('link', { name: view }).first().click();
    await page.locator(`[data-conversation="${id}"]`).waitFor();
  }
  await page.goto(`/app/c/${stored.closed.id}`);
  await composer(page).waitFor();
  await reply(page, 'Found again');
  await message(page, 'Found again').waitFor();
  const table = await cloud.tables();
  await expect.poll(async () => (await table.conversation(ada.uid, stored.closed.id).get()).data()?.status).toBe('open');
});

test('both participants see a sentence for an unknown newer kind, and a system message', async () => {
  const ada = await managerWithPage();
  const visitor = await visit(`/${ada.slug}`);
  await begin(visitor, 'Written today');
  const id = await conversationId(visitor);
  const put = async (name: string, fields: object) =>
    (await cloud.firestore())
      .doc(`managers/${ada.uid}/conversations/${id}/messages/${name.padEnd(21, 'x')}`)
      .set({ ...fields, createdAt: Timestamp.now() });
  await put('system', { version: MESSAGE_VERSION, kind: 'system', sender: SYSTEM, text: 'The code was replaced.' });
  await put('poll', { version: MESSAGE_VERSION + 1, kind: 'poll', sender: VISITOR, question: 'When?' });
  const manager = await (await someBrowser()).newPage();
  await signIn(manager, ada);
  await row(manager, 'Written today').getByRole('link').click();
  for (const page of [visitor, manager]) {
    await page.getByRole('log').getByText(UNKNOWN_KIND_TEXT).waitFor();
    await page.getByRole('log').getByText('The code was replaced.').waitFor();
  }
});
