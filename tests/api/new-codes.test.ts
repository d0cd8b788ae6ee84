import { NEW_CODE_RATE } from '@foyer/domain/limits';
import { createApp } from '@foyer/functions/app';
import { purge } from '@foyer/functions/purge';
import { resumeKeyHash } from '@foyer/functions/sessions/resume-key';
import { FieldValue } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';
import { describe, expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { justAfterReading, justBeforeTransaction } from '../support/just-before.ts';
import { countActiveKeys, putKeys } from '../support/many-keys.ts';
import { sampleOf } from '../support/sample.ts';
import { newCode, Visitor } from '../support/visitor.ts';

const DAY_MS = 24 * 3600_000;

async function someConversation(cloud = openTestCloud()) {
  const app = createApp(cloud);
  const { slug, managerId } = await someManager(cloud);
  const [visitor, phone] = [new Visitor(app.request), new Visitor(app.request)];
  const first = { code: newCode(), text: 'The first words', messageId: nanoid() };
  const { id } = (await visitor.start(slug, first)).body.conversation;
  phone.cookie = visitor.cookie;
  const db = await cloud.firestore();
  const resume = async (typed: string) => (await new Visitor(app.request).resume(slug, typed)).body.code ?? 'opened';
  return { cloud, app, db, table: await cloud.tables(), slug, managerId, visitor, phone, code: first.code, id, resume, first };
}

describe('a replaced code opens nothing', () => {
  test('in a conversation with 450 replaced codes', async () => {
    const { cloud, managerId, visitor, id, code, resume } = await someConversation();
    await putKeys(cloud, { managerId, conversationId: id }, 450, { isRetired: true });
    const codes = [code, newCode(), newCode(), newCode()];
    for (const next of codes.slice(1)) expect((await visitor.replaceCode(id, next)).status).toBe(204);
    const outcomes = [];
    for (const each of codes) outcomes.push(await resume(each));
    expect(outcomes).toEqual(['unknown-code', 'unknown-code', 'unknown-code', 'opened']);
    expect(await countActiveKeys(cloud, id)).toBe(1);
  });

  test('in a conversation in which an older version left 850 of them open', async () => {
    const { cloud, managerId, visitor, id } = await someConversation();
    await putKeys(cloud, { managerId, conversationId: id }, 850, { isRetired: false });
    expect((await visitor.replaceCode(id, newCode())).status).toBe(204);
    expect(await countActiveKeys(cloud, id)).toBe(1);
  });

  test('in a conversation that was deleted with 450 replaced codes', async () => {
    const { cloud, managerId, visitor, id, code, resume, table } = await someConversation();
    await putKeys(cloud, { managerId, conversationId: id }, 450, { isRetired: true });
    await visitor.replaceCode(id, newCode());
    expect((await visitor.delete(id)).status).toBe(204);
    expect(await countActiveKeys(cloud, id)).toBe(0);
    expect(await resume(code)).toBe('unknown-code');
    cloud.advance(31 * DAY_MS);
    await purge(cloud);
    expect((await table.resumeKeys().where('conversationId', '==', id).get()).size).toBe(0);
  });
});

describe('new codes of one conversation', () => {
  test('are limited to 20 in a burst and one more every 72 minutes', async () => {
    const { cloud, visitor, id, resume, table, managerId } = await someConversation();
    // As stored for a conversation from before the limit.
    await table.conversation(managerId, id).update({ codeTat: FieldValue.delete() });
    let last = newCode();
    for (let count = 0; count < NEW_CODE_RATE.burst; count++) {
      last = newCode();
      expect((await visitor.replaceCode(id, last)).status, String(count)).toBe(204);
    }
    const { status, body, headers } = await visitor.replaceCode(id, newCode());
    expect([status, body.code]).toEqual([429, 'too-many-new-codes']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(4000);
    expect(await resume(last)).toBe('opened');
    expect((await visitor.replaceCode(id, last)).status).toBe(204);
    cloud.advance(NEW_CODE_RATE.refillMs);
    expect((await visitor.replaceCode(id, newCode())).status).toBe(204);
    expect((await visitor.replaceCode(id, newCode())).status).toBe(429);
    expect((await visitor.send(id, 'Messages are not limited by it')).status).toBe(200);
  });
});

describe('a browser that was signed out between check and write', () => {
  test('sets no code', async () => {
    const { db, visitor, phone, id, code, resume } = await someConversation();
    const stolen = newCode();
    justBeforeTransaction(db, () => visitor.signOutOthers(id));
    expect((await phone.replaceCode(id, stolen)).body.code).toBe('session-ended');
    expect([await resume(stolen), await resume(code)]).toEqual(['unknown-code', 'opened']);
  });

  test('deletes nothing', async () => {
    const { db, visitor, phone, id, slug } = await someConversation();
    justBeforeTransaction(db, () => visitor.signOutOthers(id));
    expect((await phone.delete(id)).body.code).toBe('session-ended');
    expect((await visitor.open(slug)).status).toBe(200);
  });

  test('gets no session of the new epoch with a code replaced in between', async () => {
    const { cloud, slug, visitor, id, code } = await someConversation();
    const elsewhere = openTestCloud();
    elsewhere.config = cloud.config;
    const thief = new Visitor(createApp(elsewhere).request);
    justAfterReading(await elsewhere.firestore(), '/resumeKeys/', async () => {
      await visitor.replaceCode(id, newCode());
      await visitor.signOutOthers(id);
    });
    await thief.resume(slug, code);
    expect((await thief.send(id, 'Let me in')).status).toBe(401);
    expect((await thief.open(slug)).status).toBe(401);
    expect((await visitor.open(slug)).status).toBe(200);
  });

  test('gets no such session by sending the first message again', async () => {
    const { slug, visitor, id, first } = await someConversation();
    const elsewhere = openTestCloud();
    const thief = new Visitor(createApp(elsewhere).request);
    const db = await elsewhere.firestore();
    justAfterReading(db, '/resumeKeys/', async () => {
      await visitor.replaceCode(id, newCode());
      await visitor.signOutOthers(id);
    });
    await thief.start(slug, first);
    expect((await thief.send(id, 'Let me in')).status).toBe(401);
    expect((await visitor.open(slug)).status).toBe(200);
  });
});

/** Milliseconds from the new code to the start of the deletion. Most rounds wait for the emulator's locks. */
const DELAYS = [...Array(15).keys()];

test('setting a code while its conversation is deleted leaves no open code', async () => {
  const cloud = openTestCloud();
  for (const round of sampleOf(DELAYS, [0, 4, 9])) {
    const { visitor, phone, id } = await someConversation(cloud);
    const [replaced, deleted] = await Promise.all([
      phone.replaceCode(id, newCode()),
      new Promise((resolve) => setTimeout(resolve, round)).then(() => visitor.delete(id)),
    ]);
    expect([204, 410, 503]).toContain(replaced.status);
    if (deleted.status !== 204) expect((await visitor.delete(id)).status).toBe(204);
    expect(await countActiveKeys(cloud, id), `round ${round}`).toBe(0);
  }
});

describe('the purge', () => {
  test('retires the codes of deleted conversations, and all but the newest of any other', async () => {
    const { cloud, managerId, visitor, id, resume, table, code } = await someConversation();
    await putKeys(cloud, { managerId, conversationId: id }, 3, { isRetired: false });
    const gone = { managerId, conversationId: 'f'.repeat(32) };
    await putKeys(cloud, gone, 3, { isRetired: false });
    const before = (await table.resumeKey(resumeKeyHash(cloud.config.resumeKeys[0] ?? '', code)).get()).updateTime;
    // A run checks 300 keys, and other tests left more than that.
    const isSwept = async () => (await countActiveKeys(cloud, id)) === 1 && (await countActiveKeys(cloud, gone.conversationId)) === 0;
    for (let run = 0; run < 20 && !(await isSwept()); run++) await purge(cloud);
    expect(await isSwept()).toBe(true);
    expect(await resume(code)).toBe('opened');
    expect((await table.resumeKey(resumeKeyHash(cloud.config.resumeKeys[0] ?? '', code)).get()).updateTime).toEqual(before);
    expect((await visitor.send(id, 'Still here')).status).toBe(200);
  });
});
