import { askForMailEndpoint } from '@foyer/domain/mail';
import { isFromManager, MANAGER, VISITOR } from '@foyer/domain/participant';
import type { MailAfter } from '@foyer/domain/settings';
import { eraseAccount } from '@foyer/functions/accounts/erase-account';
import { createApp } from '@foyer/functions/app';
import { Facts } from '@foyer/functions/events/facts';
import { handleEvent } from '@foyer/functions/events/handle-event';
import { mailToManager } from '@foyer/functions/events/mail-to-manager/mail-to-manager';
import { sendDueMails } from '@foyer/functions/events/send-due-mails';
import { SUBSCRIBERS } from '@foyer/functions/events/subscribers';
import { claimPage } from '@foyer/functions/managers/claim-page';
import { Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Account, someAccount } from '../support/account.ts';
import { addMessage } from '../support/conversation.ts';
import { CANARY, everyMail, linksIn, type MailServer, mailerAt, openMailCloud, someMailServer } from '../support/mail.ts';
import { newCode, Visitor } from '../support/visitor.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let server: MailServer;
let count = 0;
/** Addresses that may get more than a confirmation. */
const allowed = new Set<string>();

beforeAll(async () => {
  server = await someMailServer();
});

interface Options {
  mailAfter?: MailAfter;
  account?: Account;
  language?: 'de' | null;
  at?: MailServer;
}

/** A manager who wants mails, with visitors who can write. Events are handled as the trigger would. */
async function someDoor({ mailAfter = 'quarter-hour', account, language = null, at = server }: Options = {}) {
  const { cloud, post } = openMailCloud(at);
  cloud.stopClock();
  const { uid: managerId, email } = account ?? (await someAccount());
  allowed.add(email);
  const slug = `mail-${process.pid}-${++count}`;
  await claimPage(cloud, managerId, { slug, name: 'Ada Moreau' });
  const table = await cloud.tables();
  await table.settings(managerId).set({ mailAfter, timeZone: 'Europe/Berlin', language, updatedAt: Timestamp.now() });
  const app = createApp(cloud);

  const told = async (conversationId: string, messageId: string, times = 1): Promise<void> => {
    const message = (await table.message(managerId, conversationId, messageId).get()).data();
    if (!message) throw new Error('There is no such message.');
    // The emulator's own trigger may have been first, by its own clock.
    await table.alert(conversationId, messageId).delete();
    for (let time = 0; time < times; time++) await handleEvent(post, { managerId, conversationId, messageId, message }, SUBSCRIBERS);
  };
  return {
    cloud,
    post,
    table,
    managerId,
    slug,
    email,
    app,
    mails: () => at.to(email),
    run: () => sendDueMails(post),
    told,
    conversation: (id: string) => table.conversation(managerId, id),
    async someoneWrites(times = 1): Promise<{ conversationId: string; visitor: Visitor }> {
      const visitor = new Visitor(app.request);
      const messageId = nanoid();
      const { body } = await visitor.start(slug, { code: newCode(), messageId, text: `Hello ${CANARY}`, name: `Mina ${CANARY}` });
      await told(body.conversation.id, messageId, times);
      return { conversationId: body.conversation.id, visitor };
    },
    async says(conversationId: string, sender: string, times = 1): Promise<string> {
      const id = await addMessage(table, managerId, conversationId, { sender, text: `Words ${CANARY}` });
      await told(conversationId, id, times);
      return id;
    },
  };
}

type Door = Awaited<ReturnType<typeof someDoor>>;

/** A conversation whose visitor has a confirmed address, and whose manager can answer. */
async function someConfirmed(door: Door) {
  const { conversationId, visitor } = await door.someoneWrites();
  const address = `mina-${process.pid}-${++count}@example.org`;
  allowed.add(address);
  await visitor.call(askForMailEndpoint, { params: { conversationId }, body: { address } });
  const link = linksIn(server.to(address)[0] ?? { text: '' })[0] ?? '';
  expect((await visitor.submit(link, {})).status).toBe(200);
  const answers = () => server.to(address).slice(1);
  const marks = (fields: { seenAt?: number; readAt?: number }) =>
    door.table
      .presence(door.managerId, conversationId, VISITOR)
      .set(Object.fromEntries(Object.entries(fields).map(([name, ms]) => [name, Timestamp.fromMillis(ms)])), { merge: true });
  const reach = async () => (await door.table.reach(door.managerId, conversationId).get()).data()?.mail;
  return { conversationId, visitor, address, answers, marks, reach };
}

describe('a manager', () => {
  test('gets one mail for all that waits, with counts and links and no one’s words', async () => {
    const door = await someDoor();
    const first = await door.someoneWrites();
    await door.says(first.conversationId, VISITOR);
    const second = await door.someoneWrites();
    await door.run();
    expect(door.mails()).toEqual([]);
    door.cloud.advance(16 * MINUTE_MS);
    expect((await door.run()).toManagers).toBe(1);
    const [mail, other] = door.mails();
    expect(other).toBeUndefined();
    expect(mail?.subject).toBe('2 conversations are waiting for you');
    expect(mail?.text).toContain('You have 3 unread messages.');
    expect(linksIn(mail ?? { text: '' })).toEqual(
      expect.arrayContaining([`/app/c/${first.conversationId}`, `/app/c/${second.conversationId}`, '/app']),
    );
    expect(mail?.text).toContain('Nobody reads replies');
    expect(mail?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
  });

  test('gets one mail if the event and the run are repeated, also at the same time', async () => {
    const door = await someDoor();
    await door.someoneWrites(5);
    door.cloud.advance(HOUR_MS);
    await Promise.all(Array.from({ length: 5 }, () => door.run()));
    for (let again = 0; again < 5; again++) await door.run();
    expect(door.mails()).toHaveLength(1);
  });

  test('gets nothing more about what was mailed, until something newer waits', async () => {
    const door = await someDoor();
    const { conversationId } = await door.someoneWrites();
    door.cloud.advance(HOUR_MS);
    await door.run();
    door.cloud.advance(24 * HOUR_MS);
    await door.run();
    expect(door.mails()).toHaveLength(1);
    await door.says(conversationId, VISITOR);
    door.cloud.advance(HOUR_MS);
    await door.run();
    expect(door.mails().map(({ subject }) => subject)).toEqual(Array(2).fill('A conversation is waiting for you'));
    expect(new Set(door.mails().map(({ headers }) => headers['message-id'])).size).toBe(2);
  });

  test.each<[string, (door: Door, id: string) => Promise<unknown>]>([
    ['was read', (door, id) => door.conversation(id).update({ unread: 0 })],
    ['was moved to the spam', (door, id) => door.conversation(id).update({ tray: 'spam' })],
    ['was archived', (door, id) => door.conversation(id).update({ status: 'archived' })],
    ['was muted', (door, id) => door.conversation(id).update({ isMuted: true })],
    ['was blocked', (door, id) => door.conversation(id).update({ blockedAt: Timestamp.now() })],
    ['was deleted', (door, id) => door.conversation(id).delete()],
    ['belongs to a manager who turned mails off', (door) => door.table.settings(door.managerId).update({ mailAfter: 'never' })],
    ['belongs to a disabled account', async (door) => (await door.cloud.auth()).updateUser(door.managerId, { disabled: true })],
    ['belongs to an unconfirmed address', async (door) => (await door.cloud.auth()).updateUser(door.managerId, { emailVerified: false })],
    ['belongs to an account that is being deleted', (door) => eraseAccount(door.cloud, door.managerId)],
  ])('gets no mail about what meanwhile %s', async (_, change) => {
    const door = await someDoor();
    const { conversationId } = await door.someoneWrites();
    await change(door, conversationId);
    door.cloud.advance(HOUR_MS);
    await door.run();
    expect(door.mails()).toEqual([]);
    const queued = await door.table.alerts().where('managerId', '==', door.managerId).get();
    expect(queued.docs.filter((alert) => alert.data().mailDueAt !== null)).toEqual([]);
  });

  test.each<[string, object]>([
    ['the requests', { tray: 'requests' }],
    ['a muted conversation', { isMuted: true }],
    ['a blocked visitor', { blockedAt: Timestamp.now() }],
  ])('has no mail queued about %s', async (_, traits) => {
    const door = await someDoor();
    const { conversationId } = await door.someoneWrites();
    await door.conversation(conversationId).update(traits);
    const messageId = nanoid();
    const stored = (await door.table.messages(door.managerId, conversationId).limit(1).get()).docs[0]?.data();
    if (stored) await door.table.message(door.managerId, conversationId, messageId).set(stored);
    await door.told(conversationId, messageId);
    expect((await door.table.alert(conversationId, messageId).get()).exists).toBe(false);
  });

  test('who wants one a day has it queued for eight in their zone', async () => {
    const door = await someDoor({ mailAfter: 'day' });
    const { conversationId } = await door.someoneWrites();
    const messageId = await addMessage(door.table, door.managerId, conversationId, { sender: VISITOR, text: 'Further' });
    const message = (await door.table.message(door.managerId, conversationId, messageId).get()).data();
    if (!message) throw new Error('There is no such message.');
    door.cloud.stopClock(Date.parse('2026-10-24T12:00:00Z'));
    const event = { managerId: door.managerId, conversationId, messageId, message };
    const task = await mailToManager.prepare(door.post, event, new Facts(door.post, event));
    expect(new Date(task?.mailDueAt ?? 0).toISOString()).toBe('2026-10-25T07:00:00.000Z');
  });

  test('reads mails in the language of their settings', async () => {
    const door = await someDoor({ language: 'de' });
    await door.someoneWrites();
    door.cloud.advance(HOUR_MS);
    await door.run();
    expect(door.mails()[0]?.subject).toBe('Ein Gespräch wartet auf dich');
    expect(door.mails()[0]?.headers['content-language']).toBe('de');
  });

  test('stops the mails with one click of their mail program, which has no origin', async () => {
    const door = await someDoor();
    await door.someoneWrites();
    door.cloud.advance(HOUR_MS);
    await door.run();
    const link = /<https:\/\/foyer\.test(.*)>/.exec(door.mails()[0]?.headers['list-unsubscribe'] ?? '')?.[1] ?? '';
    const setting = async () => (await door.table.settings(door.managerId).get()).data()?.mailAfter;
    for (const method of ['GET', 'HEAD', 'GET']) expect((await door.app.request(link, { method })).status).toBe(200);
    expect(await setting()).toBe('quarter-hour');
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    for (let click = 0; click < 2; click++) expect((await door.app.request(link, { method: 'POST', body })).status).toBe(200);
    expect(await setting()).toBe('never');
    expect(
      (
        await door.app.request(
          link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
          { method: 'POST' },
        )
      ).status,
    ).toBe(410);
  });
});

describe('a visitor', () => {
  test('gets one mail for each silence, with the manager’s name and no message text', async () => {
    const door = await someDoor();
    const { conversationId, answers, marks } = await someConfirmed(door);
    await door.says(conversationId, MANAGER, 5);
    await door.run();
    expect(answers()).toEqual([]);
    door.cloud.advance(6 * MINUTE_MS);
    await Promise.all(Array.from({ length: 5 }, () => door.run()));
    expect(answers().map(({ subject }) => subject)).toEqual(['Ada Moreau has answered']);
    expect(answers()[0]?.text).toContain(`https://foyer.test/${door.slug}\n`);
    expect(answers()[0]?.text).not.toContain('resume');

    await door.says(conversationId, MANAGER);
    door.cloud.advance(HOUR_MS);
    await door.run();
    expect(answers()).toHaveLength(1);

    await marks({ seenAt: door.cloud.now(), readAt: door.cloud.now() });
    door.cloud.advance(HOUR_MS);
    const later = await door.says(conversationId, MANAGER);
    // The store's clock is not moved.
    await door.conversation(conversationId).update({ 'lastMessage.at': Timestamp.fromMillis(door.cloud.now()) });
    door.cloud.advance(6 * MINUTE_MS);
    await door.run();
    expect(later).not.toBe('');
    expect(answers()).toHaveLength(2);
  });

  test.each<[string, (door: Door, own: Awaited<ReturnType<typeof someConfirmed>>) => Promise<unknown>]>([
    ['has read it', (door, { marks }) => marks({ readAt: door.cloud.now() + HOUR_MS })],
    ['has written since', (door, { conversationId }) => door.says(conversationId, VISITOR)],
    [
      'has stopped mails',
      (_, { visitor, conversationId }) => visitor.raw(`/api/conversations/${conversationId}/mail`, { method: 'DELETE' }),
    ],
    ['has deleted the conversation', (_, { visitor, conversationId }) => visitor.delete(conversationId)],
    ['lost it with its manager’s account', (door) => eraseAccount(door.cloud, door.managerId)],
  ])('who meanwhile %s gets no mail', async (_, change) => {
    const door = await someDoor();
    const own = await someConfirmed(door);
    await door.says(own.conversationId, MANAGER);
    await change(door, own);
    door.cloud.advance(HOUR_MS);
    await door.run();
    expect(own.answers()).toEqual([]);
  });

  test('whose thread is open gets the mail only if they leave without reading', async () => {
    const door = await someDoor();
    const { conversationId, answers, marks } = await someConfirmed(door);
    await door.says(conversationId, MANAGER);
    door.cloud.advance(6 * MINUTE_MS);
    await marks({ seenAt: door.cloud.now() - 1000 });
    await door.run();
    expect(answers()).toEqual([]);
    door.cloud.advance(5 * MINUTE_MS);
    await door.run();
    expect(answers()).toHaveLength(1);
  });

  test('without a confirmed address gets nothing but the confirmation', async () => {
    const door = await someDoor();
    const { conversationId, visitor } = await door.someoneWrites();
    const address = `unconfirmed-${process.pid}@example.org`;
    await visitor.call(askForMailEndpoint, { params: { conversationId }, body: { address } });
    const id = await door.says(conversationId, MANAGER);
    expect((await door.table.alert(conversationId, id).get()).exists).toBe(false);
    door.cloud.advance(HOUR_MS);
    await door.run();
    expect(server.to(address).map(({ subject }) => subject)).toEqual(['Confirm your address']);
  });

  test('stops with one click, and the address is deleted', async () => {
    const door = await someDoor();
    const { conversationId, answers, reach } = await someConfirmed(door);
    await door.says(conversationId, MANAGER);
    door.cloud.advance(6 * MINUTE_MS);
    await door.run();
    const link = /<https:\/\/foyer\.test(.*)>/.exec(answers()[0]?.headers['list-unsubscribe'] ?? '')?.[1] ?? '';
    expect((await door.app.request(link)).status).toBe(200);
    expect(await reach()).toBeDefined();
    expect((await door.app.request(link, { method: 'POST' })).status).toBe(200);
    expect(await reach()).toBeUndefined();
  });
});

describe('a mail server', () => {
  const refusing = (responseCode: number) => (_: unknown, __: unknown, done: (error?: Error) => void) =>
    done(Object.assign(new Error('no'), { responseCode }));

  async function failingSince(door: Door): Promise<number | null | undefined> {
    const { managerMail } = await import('@foyer/functions/mail/mail-alerts');
    return (await managerMail(door.cloud, door.managerId)).failingSince;
  }

  test('that is away delays mails, sends each once, and the manager sees since when', async () => {
    const door = await someDoor();
    await door.someoneWrites();
    door.cloud.advance(HOUR_MS);
    const away = mailerAt(1);
    door.post.mail = async () => away;
    door.cloud.mail = async () => away;
    for (let run = 0; run < 5; run++) {
      await door.run();
      door.cloud.advance(5 * MINUTE_MS);
    }
    expect(await failingSince(door)).toBeLessThanOrEqual(door.cloud.now() - 20 * MINUTE_MS);
    door.post.mail = async () => server.mailer;
    door.cloud.advance(HOUR_MS);
    await door.run();
    door.cloud.mail = async () => server.mailer;
    expect(await failingSince(door)).toBeNull();
    await door.run();
    expect(door.mails()).toHaveLength(1);
  });

  test('that greylists gets the same mail again later, and the others are sent immediately', async () => {
    let refusals = 2;
    const grey = await someMailServer({
      onRcptTo: ({ address }, _, done) =>
        address.startsWith('grey') && refusals-- > 0 ? done(Object.assign(new Error('later'), { responseCode: 451 })) : done(),
    });
    const door = await someDoor({ at: grey });
    const { conversationId, visitor } = await door.someoneWrites();
    const address = `grey-${process.pid}@example.org`;
    const asked = await visitor.call(askForMailEndpoint, { params: { conversationId }, body: { address } });
    expect(asked.body.state).toBe('unconfirmed');
    expect(grey.to(address)).toEqual([]);
    for (let run = 0; run < 6; run++) {
      door.cloud.advance(16 * MINUTE_MS);
      await door.run();
    }
    expect(grey.to(address)).toHaveLength(1);
    expect(door.mails()).toHaveLength(1);
  });

  test('that refuses an address for good ends its mails, and the manager sees it', async () => {
    const picky = await someMailServer({ onRcptTo: refusing(550) });
    const door = await someDoor({ at: picky });
    const { conversationId, visitor } = await door.someoneWrites();
    await visitor.call(askForMailEndpoint, { params: { conversationId }, body: { address: 'nobody@example.org' } });
    expect((await door.table.mailRequest(conversationId).get()).exists).toBe(false);
    door.cloud.advance(HOUR_MS);
    expect(await failingSince(door)).toBeNull();
    await door.run();
    expect(await failingSince(door)).toBe(door.cloud.now());
  });

  test.each<[string, () => Promise<MailServer>]>([
    ['without encryption', () => someMailServer({ disabledCommands: ['AUTH', 'STARTTLS'] }, { isLoopback: false })],
    ['with a certificate that no one trusts', () => someMailServer({ disabledCommands: ['AUTH'] }, { isLoopback: false })],
    [
      'that refuses the password',
      () =>
        someMailServer(
          { disabledCommands: ['STARTTLS'], allowInsecureAuth: true, onAuth: (_, __, done) => done(new Error('wrong')) },
          { auth: { user: 'foyer', pass: 'wrong' } },
        ),
    ],
    ['that refuses the sender', () => someMailServer({ onMailFrom: refusing(553) })],
    ['that never answers', () => someMailServer({ onConnect: () => {} })],
  ])('%s gets nothing, and it is noted', async (_, open) => {
    const wrong = await open();
    const door = await someDoor({ at: wrong });
    await door.someoneWrites();
    door.cloud.advance(2 * HOUR_MS);
    await door.run();
    expect(wrong.mails).toEqual([]);
    expect(await failingSince(door)).toBe(door.cloud.now());
    door.post.mail = async () => server.mailer;
    door.cloud.advance(2 * HOUR_MS);
    await door.run();
    expect(server.to(door.email)).toHaveLength(1);
  });
});

test('all subscribers together read at most three documents and write one for a message', async () => {
  const door = await someDoor();
  const { conversationId } = await someConfirmed(door);
  const messageId = await addMessage(door.table, door.managerId, conversationId, { sender: VISITOR, text: 'Further' });
  const replyId = await addMessage(door.table, door.managerId, conversationId, { sender: MANAGER, text: 'Yes' });
  for (const id of [messageId, replyId]) {
    const message = (await door.table.message(door.managerId, conversationId, id).get()).data();
    if (!message) throw new Error('There is no such message.');
    await door.table.alert(conversationId, id).delete();
    door.cloud.operations.reset();
    await handleEvent(door.post, { managerId: door.managerId, conversationId, messageId: id, message }, SUBSCRIBERS);
    expect(door.cloud.operations.reads, isFromManager(message) ? 'reply' : 'message').toBeLessThanOrEqual(3);
    expect(door.cloud.operations.writes).toBe(1);
  }
});

afterAll(() => {
  for (const { to, subject, text } of everyMail()) {
    expect(subject + text).not.toContain(CANARY);
    if (subject !== 'Confirm your address') for (const address of to) expect([...allowed], subject).toContain(address);
  }
});
