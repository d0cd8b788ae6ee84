import { createApp } from '@foyer/functions/app';
import { formatSessions } from '@foyer/functions/sessions/session-cookie';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectOrdinary, readAnswer } from '../support/answers.ts';
import { openTestCloud, someManager, type TestManager } from '../support/cloud.ts';
import { NAUGHTY_STRINGS, shown } from '../support/naughty-strings.ts';
import { spreadOver } from '../support/sample.ts';
import { Visitor } from '../support/visitor.ts';

const cloud = openTestCloud();
const app = createApp(cloud);

interface Holder {
  /** The cookie's value. */
  value: string;
  conversationId: string;
}

let manager: TestManager;
let mina: Holder;
let noor: Holder;

beforeAll(async () => {
  manager = await someManager(cloud);
  const begin = async (): Promise<Holder> => {
    const visitor = new Visitor(app.request);
    const { body } = await visitor.start(manager.slug);
    return { value: visitor.cookie?.slice('__session='.length) ?? '', conversationId: body.conversation.id };
  };
  [mina, noor] = [await begin(), await begin()];
});

/** Sends this whole `Cookie` header to the manager's page; returns the id of the conversation found, or a problem's code. */
async function finds(cookie: string): Promise<string> {
  cloud.advance(2000);
  const answer = await readAnswer(app.request(`/api/conversations?slug=${manager.slug}`, { headers: { cookie } }));
  expectOrdinary(answer, cookie.slice(0, 100));
  return answer.status === 200 ? JSON.parse(answer.text).conversation.id : String(answer.code);
}

const signedEntries = (entries: unknown[][], key: string) =>
  formatSessions(
    entries.map(([managerId, conversationId, epoch, issuedAt]) => ({
      managerId,
      conversationId,
      epoch,
      issuedAt,
      sessionId: 'session0',
    })) as never,
    [key],
  );

describe("a visitor's cookie", () => {
  test('opens nothing after any one character of it was changed', async () => {
    const { value, conversationId } = mina;
    expect(await finds(`__session=${value}`)).toBe(conversationId);
    for (let place = 0; place < value.length; place++) {
      const other = value[place] === 'A' ? 'B' : 'A';
      // The last symbol of 32 bytes in base64 has two unused bits, but the comparison is of text, not bytes.
      expect(await finds(`__session=${value.slice(0, place)}${other}${value.slice(place + 1)}`), `at ${place}`).toBe('session-ended');
    }
  });

  test('opens nothing with a part removed, added, or copied from another', async () => {
    const [content = '', signature = ''] = mina.value.split('.');
    const [otherContent = '', otherSignature = ''] = noor.value.split('.');
    const wrong = [
      ...[`${content}.${otherSignature}`, `${otherContent}.${signature}`, `${content}`, `.${signature}`, `${content}.`, '.', '..', ''],
      ...[`${content}.${signature.slice(0, -1)}`, `${content}.${signature}A`, `${content}.${signature}=`, `${signature}.${content}`],
      ...[`${content}=.${signature}`, `${content}%00.${signature}`, `"${content}"."${signature}"`, mina.value.toLowerCase()],
      ...[
        `${content}.${Buffer.from(signature, 'base64url').toString('hex')}`,
        `${content}.${Buffer.from(signature, 'base64url').toString('base64')}.`,
      ],
    ];
    for (const value of wrong) expect(await finds(`__session=${value}`), value).toBe('session-ended');
  });

  test("opens nothing if signed with another site's key or an empty one", async () => {
    const entries = [[manager.managerId, mina.conversationId, 0, cloud.now()]];
    for (const key of ['the-session-key-of-another-site-01234', '', 'undefined', 'null', cloud.config.resumeKeys[0] ?? '']) {
      expect(await finds(`__session=${signedEntries(entries, key)}`), key).toBe('session-ended');
    }
    const own = cloud.config.sessionKeys[0] ?? '';
    expect(await finds(`__session=${signedEntries(entries, own)}`)).toBe(mina.conversationId);
  });

  test('opens nothing if it is too old or of another epoch, despite a valid signature', async () => {
    const own = cloud.config.sessionKeys[0] ?? '';
    const day = 24 * 3600_000;
    const old = [[manager.managerId, mina.conversationId, 0, cloud.now() - 181 * day]];
    const other = [[manager.managerId, mina.conversationId, 1, cloud.now()]];
    expect(await finds(`__session=${signedEntries(old, own)}`)).toBe('session-ended');
    expect(await finds(`__session=${signedEntries(other, own)}`)).toBe('session-ended');
  });

  test('next to a second one of the same name opens only what one of the two opens', async () => {
    const forged = `${mina.value.slice(0, -1)}!`;
    const pairs: [string, string][] = [
      [mina.value, noor.value],
      [noor.value, mina.value],
      [mina.value, forged],
      [forged, mina.value],
      [mina.value, ''],
      ['', mina.value],
    ];
    for (const [first, second] of pairs) {
      for (const separator of ['; ', ';', ' ; ', ', ']) {
        const found = await finds(`__session=${first}${separator}__session=${second}`);
        const mayFind = ['session-ended'];
        if ([first, second].includes(mina.value)) mayFind.push(mina.conversationId);
        if ([first, second].includes(noor.value)) mayFind.push(noor.conversationId);
        expect(mayFind).toContain(found);
      }
    }
  });

  test('is read only under its own name', async () => {
    const names = [
      '__Session',
      '__SESSION',
      ' __session ',
      '__session[]',
      '__session%00',
      '__Host-__session',
      'x; __session',
      '%5f_session',
    ];
    for (const name of names) {
      const found = await finds(`${name}=${mina.value}`);
      expect([name.trim().split('; ').at(-1) === '__session' ? mina.conversationId : 'session-ended'], name).toContain(found);
    }
  });

  test('of eight kilobytes is ignored, and a valid one after eight kilobytes is found', async () => {
    const much = 'x'.repeat(8192);
    expect(await finds(`__session=${much}`)).toBe('session-ended');
    expect(await finds(`__session=${much}.${much}`)).toBe('session-ended');
    expect(await finds(`${'a=b; '.repeat(1600)}__session=${mina.value}`)).toBe(mina.conversationId);
    expect(await finds(`other=${much}; __session=${mina.value}`)).toBe(mina.conversationId);
    const own = cloud.config.sessionKeys[0] ?? '';
    const entries = Array.from({ length: 20 }, () => [manager.managerId, 'f'.repeat(300), 0, cloud.now()]);
    expect(await finds(`__session=${signedEntries(entries, own)}`)).toMatch(/session-ended|conversation-deleted/);
  });

  test('of any hostile text that a header can carry opens and breaks nothing', async () => {
    let tried = 0;
    for (const { text } of spreadOver(NAUGHTY_STRINGS, 120)) {
      const carried = Buffer.from(text).toString('latin1');
      if (/[\0\r\n]/.test(carried)) continue;
      tried++;
      for (const cookie of [`__session=${carried}`, carried, `__session=${carried}.${carried}`]) {
        expect(await finds(cookie), shown(text)).toBe('session-ended');
      }
    }
    expect(tried).toBeGreaterThan(0.7 * spreadOver(NAUGHTY_STRINGS, 120).length);
  });
});
