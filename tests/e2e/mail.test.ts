import { MANAGER, VISITOR } from '@foyer/domain/participant';
import { words } from '@foyer/words/compiled/en/mail';
import { Timestamp } from '@google-cloud/firestore';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { runScheduled } from '../../tools/emulators/schedules.ts';
import { openTestCloud } from '../support/cloud.ts';
import { addMessage } from '../support/conversation.ts';
import { emulators } from '../support/emulators.ts';
import { findings } from './axe.ts';
import { confirmAddress } from './confirmed-address.ts';
import { managerWithPage } from './people.ts';
import { PHONE, someBrowser, useBrowser } from './support.ts';
import { begin, conversationId } from './visitor-page.ts';

useBrowser();

const { outbox, projectId, functionsOrigin } = emulators();
const Mails = z.array(z.object({ to: z.array(z.string()), subject: z.string(), text: z.string() }));

/** What the deployed functions sent to an address, newest last. */
async function mailsTo(address: string) {
  const mails = Mails.parse(await (await fetch(`${outbox}/mails.json`)).json());
  return mails.filter(({ to }) => to.includes(address));
}

const linksIn = ({ text }: { text: string }): string[] => text.match(/https?:\/\/\S+/g) ?? [];

test('a visitor confirms an address in another browser, is told of an answer, and stops', async () => {
  const ada = await managerWithPage();
  const page = await (await someBrowser()).newPage();
  await page.goto(`/${ada.slug}`);
  await begin(page, 'Would you come in October?');
  const id = await conversationId(page);
  const address = `mina-${process.pid}@example.org`;
  const asked = await page.evaluate(
    async ([conversation, typed]) => {
      const body = JSON.stringify({ address: typed });
      const headers = { 'content-type': 'application/json' };
      return (await fetch(`/api/conversations/${conversation}/mail`, { method: 'PUT', body, headers })).json();
    },
    [id, address],
  );
  expect(asked).toMatchObject({ isOffered: true, state: 'unconfirmed' });
  await page.close();

  const own = await (await someBrowser(PHONE)).newPage();
  const [confirmation] = await mailsTo(address);
  const cloud = openTestCloud();
  await confirmAddress(cloud, own, { address, link: linksIn(confirmation ?? { text: '' })[0] ?? '' });
  expect(await findings(own)).toEqual([]);

  const table = await cloud.tables();
  const messageId = await addMessage(table, ada.uid, id, { sender: MANAGER, text: 'In October, gladly.' });
  const alert = table.alert(id, messageId);
  await expect.poll(async () => (await alert.get()).data()?.mailDueAt).toBeInstanceOf(Timestamp);
  const longAgo = Timestamp.fromMillis(Date.now() - 3600_000);
  await Promise.all([alert.update({ mailDueAt: longAgo }), table.presence(ada.uid, id, VISITOR).set({ seenAt: longAgo })]);
  expect(await runScheduled('tellLater', projectId, functionsOrigin)).toBe(true);
  const [, answer] = await mailsTo(address);
  expect(answer?.subject).toBe(words.answeredSubject({ name: 'Ada Moreau' }));
  expect(answer?.text).not.toContain('gladly');

  await own.goto(linksIn(answer ?? { text: '' }).at(-1) ?? '');
  await own.getByRole('button', { name: words.stopButton }).click();
  await own.getByRole('heading', { name: words.stoppedTitle }).waitFor();
  expect((await table.reach(ada.uid, id).get()).data()?.mail).toBeUndefined();
  expect(await mailsTo(address)).toHaveLength(2);
});
