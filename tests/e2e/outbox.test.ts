import { randomBytes } from 'node:crypto';
import { MANAGER, VISITOR } from '@foyer/domain/participant';
import { makeResumeCode } from '@foyer/domain/resume-code';
import { words } from '@foyer/words/compiled/all/mail';
import { Timestamp } from '@google-cloud/firestore';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { runScheduled } from '../../tools/emulators/schedules.ts';
import { openTestCloud } from '../support/cloud.ts';
import { addMessage } from '../support/conversation.ts';
import { emulators } from '../support/emulators.ts';
import { confirmedAddresses } from './confirmed-address.ts';
import { managerWithPage } from './people.ts';
import { useBrowser, visit } from './support.ts';
import { begin, conversationId } from './visitor-page.ts';

useBrowser();

const { outbox, projectId, functionsOrigin } = emulators();
const Mails = z.array(z.object({ at: z.string(), to: z.array(z.string()), subject: z.string(), text: z.string() }));
/** A shorter text can be in a mail by chance. */
const TEXT_MIN = 12;

async function mailsOfRun() {
  return Mails.parse(await (await fetch(`${outbox}/mails.json`)).json());
}

/** Runs after the other browser tests, so it reads every mail that the deployed functions sent in the run. */
test('no mail contains a message, and an unconfirmed address gets nothing but the confirmation', async () => {
  const ada = await managerWithPage();
  const page = await visit(`/${ada.slug}`);
  await begin(page, 'Only Ada reads this sentence.');
  const id = await conversationId(page);
  const address = `outbox-${process.pid}@example.org`;
  const send = (method: string, path: string, content: object) =>
    page.evaluate(
      async ([verb, to, body]) => {
        const answer = await fetch(to, { method: verb, headers: { 'content-type': 'application/json' }, body });
        return { status: answer.status, text: await answer.text() };
      },
      [method, `/api/conversations/${id}/mail${path}`, JSON.stringify(content)] as const,
    );
  expect(await send('PUT', '', { address })).toMatchObject({ status: 200 });
  const [link = ''] = (await mailsOfRun()).find(({ to }) => to[0] === address)?.text.match(/https?:\/\/\S+/) ?? [];
  // A scanner of links confirms nothing.
  for (let opened = 0; opened < 12; opened += 1) expect((await fetch(link)).status).toBe(200);

  const cloud = openTestCloud();
  const table = await cloud.tables();
  const longAgo = Timestamp.fromMillis(Date.now() - 3600_000);
  for (const text of ['Gladly, in October.', 'Or in November.']) {
    const messageId = await addMessage(table, ada.uid, id, { sender: MANAGER, text });
    // Without a confirmed address, no reply comes into the queue. Even one that were in it is not mailed.
    const expireAt = Timestamp.fromMillis(Date.now() + 3600_000);
    await table.alert(id, messageId).set({ managerId: ada.uid, conversationId: id, messageId, to: VISITOR, mailDueAt: longAgo, expireAt });
  }
  await table.presence(ada.uid, id, VISITOR).set({ seenAt: longAgo });
  expect(await runScheduled('tellLater', projectId, functionsOrigin)).toBe(true);
  const wayBack = await send('POST', '/way-back', { code: makeResumeCode(randomBytes(19)) });
  expect(JSON.parse(wayBack.text)).toMatchObject({ code: 'mail-unconfirmed' });

  const mails = await mailsOfRun();
  const confirmations = new Set(Object.values(words).map(({ confirmSubject }) => confirmSubject));
  expect(mails.filter(({ to }) => to.includes(address)).map(({ subject }) => confirmations.has(subject))).toEqual([true]);

  const stored = (await table.messagesOfAll().get()).docs.map((found) => found.get('text') as unknown);
  const texts = new Set(stored.filter((text) => typeof text === 'string' && text.length >= TEXT_MIN) as string[]);
  expect(texts).toContain('Only Ada reads this sentence.');
  const written = mails.flatMap(({ subject, text }) => [...texts].filter((message) => `${subject}\n${text}`.includes(message)));
  expect(written).toEqual([]);

  const [auth, confirmed] = [await cloud.auth(), await confirmedAddresses(cloud)];
  for (const { at, to, subject } of mails.filter((mail) => !confirmations.has(mail.subject))) {
    expect(to).toHaveLength(1);
    const [receiver = ''] = to;
    const since = confirmed.get(receiver);
    if (since !== undefined) expect(at > since, `${subject} to ${receiver}`).toBe(true);
    // A manager's address is confirmed when they sign up.
    else expect((await auth.getUserByEmail(receiver)).emailVerified, `${subject} to ${receiver}`).toBe(true);
  }
});
