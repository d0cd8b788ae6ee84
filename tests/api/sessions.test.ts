import { createHmac } from 'node:crypto';
import { formatResumeCode } from '@foyer/domain/written-code';
import { createApp } from '@foyer/functions/app';
import { Timestamp } from '@google-cloud/firestore';
import { describe, expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { newCode, Visitor } from '../support/visitor.ts';

const cloud = openTestCloud();
const app = createApp(cloud);
const browser = () => new Visitor(app.request);

/** The claims of the emulator's unsigned token. */
function claimsOf(token: string | null): unknown {
  return JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString());
}

describe('a browser that wrote', () => {
  test('finds its conversation by itself', async () => {
    const { slug, managerId } = await someManager(cloud);
    const visitor = browser();
    const started = await visitor.start(slug, { name: 'Mina' });
    const { status, body } = await visitor.open(slug);
    expect(status).toBe(200);
    expect(body.conversation).toMatchObject({ id: started.body.conversation.id, managerId, name: 'Mina' });
    expect(body.messages).toHaveLength(1);
  });

  test('gets a token for that conversation and no other', async () => {
    const { slug, managerId } = await someManager(cloud);
    const { body } = await browser().start(slug);
    expect(claimsOf(body.token)).toMatchObject({ uid: `v_${body.conversation.id}`, claims: { role: 'visitor', m: managerId, e: 0 } });
  });

  test('has one cookie that scripts cannot read, without the code', async () => {
    const { slug } = await someManager(cloud);
    const code = newCode();
    const { headers } = await browser().start(slug, { code });
    const [former, cookie = ''] = headers.getSetCookie();
    // Only the API reads it: if a cookie is sent with a page, Hosting's CDN caches a copy of that page for each cookie.
    expect(cookie).toMatch(/^__session=[\w.-]+; Path=\/api; Max-Age=15552000; HttpOnly; Secure; SameSite=Strict$/);
    expect(former).toBe('__session=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Strict');
    expect(Buffer.from(cookie.split(/[=.]/)[1] ?? '', 'base64url').toString()).not.toContain(code);
    expect(headers.get('cache-control')).toBe('private, no-store');
  });

  test('has one that Safari accepts too, if the site itself is plain http', async () => {
    const origin = 'http://127.0.0.1:5050';
    const plain = openTestCloud({ config: { ...cloud.config, origins: ['https://foyer.test', origin] } });
    const { slug } = await someManager(plain);
    const { request } = createApp(plain);
    const cookiesAt = async (from: string) => (await new Visitor(request, from).start(slug)).headers.getSetCookie();
    for (const cookie of await cookiesAt(origin)) expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/);
    for (const cookie of await cookiesAt('https://foyer.test')) expect(cookie).toMatch(/; HttpOnly; Secure; SameSite=Strict$/);
    expect(await cookiesAt('http://foyer.test')).toEqual([]);
  });

  test('keeps the last twenty pages it wrote on', async () => {
    const visitor = browser();
    const managers = [];
    for (let count = 0; count < 21; count++) managers.push(await someManager(cloud));
    for (const { slug } of managers) await visitor.start(slug);
    expect((await visitor.open(managers[20]?.slug ?? '')).status).toBe(200);
    expect((await visitor.open(managers[1]?.slug ?? '')).status).toBe(200);
    expect((await visitor.open(managers[0]?.slug ?? '')).body.code).toBe('session-ended');
    expect(visitor.cookie?.length).toBeLessThan(4000);
  });

  test('forgets one page, or all of them', async () => {
    const visitor = browser();
    const [one, other] = [await someManager(cloud), await someManager(cloud)];
    await visitor.start(one.slug);
    await visitor.start(other.slug);
    expect((await visitor.forget(one.slug)).status).toBe(204);
    expect((await visitor.open(one.slug)).body.code).toBe('session-ended');
    expect((await visitor.open(other.slug)).status).toBe(200);
    for (const cookie of (await visitor.forget()).headers.getSetCookie()) expect(cookie).toContain('Max-Age=0');
    expect((await visitor.open(other.slug)).body.code).toBe('session-ended');
  });

  test('cannot use a cookie that was changed, or signed by another', async () => {
    const { slug } = await someManager(cloud);
    const visitor = browser();
    const { body } = await visitor.start(slug);
    const [content = '', signature = ''] = visitor.cookie?.slice('__session='.length).split('.') ?? [];
    const entries = JSON.parse(Buffer.from(content, 'base64url').toString());
    entries[0][1] = 'f'.repeat(32);
    const forged = Buffer.from(JSON.stringify(entries)).toString('base64url');
    for (const cookie of [`${forged}.${signature}`, `${content}.${'A'.repeat(43)}`, content, `${content}.`, 'x.y.z', '%']) {
      const thief = browser();
      thief.cookie = `__session=${cookie}`;
      expect((await thief.open(slug)).status).toBe(401);
      expect((await thief.send(body.conversation.id, 'Hello')).status).toBe(401);
    }
  });

  test('keeps its cookie when the key is replaced', async () => {
    const { slug } = await someManager(cloud);
    const visitor = browser();
    await visitor.start(slug);
    const rotated = { ...cloud.config, sessionKeys: ['a-newer-key-of-the-tests-0123456789', ...cloud.config.sessionKeys] };
    const later = new Visitor(createApp({ ...cloud, config: rotated }).request);
    later.cookie = visitor.cookie;
    expect((await later.open(slug)).status).toBe(200);
  });
});

describe('a session', () => {
  test('ends in every copy of its cookie when its browser forgets it, and in no other browser', async () => {
    const { slug } = await someManager(cloud);
    const [visitor, phone, thief] = [browser(), browser(), browser()];
    const code = newCode();
    const { body } = await visitor.start(slug, { code });
    await phone.resume(slug, code);
    thief.cookie = visitor.cookie;
    expect((await thief.open(slug)).status).toBe(200);

    await visitor.forget(slug);
    expect((await thief.open(slug)).body.code).toBe('session-ended');
    expect((await thief.send(body.conversation.id, 'Not mine')).body.code).toBe('session-ended');
    expect((await thief.replaceCode(body.conversation.id, newCode())).body.code).toBe('session-ended');
    expect((await thief.signOutOthers(body.conversation.id)).body.code).toBe('session-ended');
    expect((await phone.open(slug)).status).toBe(200);
    expect((await phone.send(body.conversation.id, 'Still here')).status).toBe(200);
  });

  test('is ended for an instance that wrote the conversation before', async () => {
    const { slug } = await someManager(cloud);
    const elsewhere = openTestCloud();
    const [visitor, thief] = [browser(), new Visitor(createApp(elsewhere).request)];
    const { body } = await visitor.start(slug);
    thief.cookie = visitor.cookie;
    expect((await thief.send(body.conversation.id, 'Before')).status).toBe(200);
    await visitor.forget(slug);
    expect((await thief.send(body.conversation.id, 'After')).body.code).toBe('session-ended');
  });

  test('is named in the token for live reading, so the rules end it too', async () => {
    const { slug } = await someManager(cloud);
    const [visitor, phone] = [browser(), browser()];
    const code = newCode();
    const tokens = [(await visitor.start(slug, { code })).body.token, (await phone.resume(slug, code)).body.token];
    const ids = tokens.map((token) => (claimsOf(token) as { claims: { s: string } }).claims.s);
    expect(new Set(ids).size).toBe(2);
    expect((claimsOf((await visitor.open(slug)).body.token) as { claims: { s: string } }).claims.s).toBe(ids[0]);
  });

  test('of the 51st browser that forgets makes every other one resume with the code', async () => {
    const { slug, managerId } = await someManager(cloud);
    const visitor = browser();
    const code = newCode();
    const { body } = await visitor.start(slug, { code });
    for (let count = 0; count < 51; count++) {
      const other = browser();
      await other.resume(slug, code);
      expect((await visitor.open(slug)).status).toBe(200);
      await other.forget(slug);
      cloud.advance(60_000);
    }
    const stored = (await (await cloud.tables()).conversation(managerId, body.conversation.id).get()).data();
    expect(stored).toMatchObject({ epoch: 1, endedSessions: [] });
    expect((await visitor.open(slug)).body.code).toBe('session-ended');
    expect((await visitor.resume(slug, code)).status).toBe(200);
  });

  test('from before sessions had ids opens its conversation, and can be ended', async () => {
    const { slug, managerId } = await someManager(cloud);
    const visitor = browser();
    const { body } = await visitor.start(slug);
    const entries = [[managerId, body.conversation.id, 0, cloud.now()]];
    const content = Buffer.from(JSON.stringify(entries)).toString('base64url');
    const signature = createHmac('sha256', cloud.config.sessionKeys[0] ?? '')
      .update(`session:${content}`)
      .digest('base64url');
    visitor.cookie = `__session=${content}.${signature}`;
    const thief = browser();
    thief.cookie = visitor.cookie;
    expect((await visitor.open(slug)).status).toBe(200);
    await visitor.forget(slug);
    expect((await thief.open(slug)).body.code).toBe('session-ended');
  });

  test('is found if a browser has the former cookie next to the current one', async () => {
    const { slug } = await someManager(cloud);
    const visitor = browser();
    await visitor.start(slug);
    const present = visitor.cookie;
    for (const cookies of [`${present}; __session=`, `__session=; ${present}`, `${present}; __session=forged.cookie`]) {
      visitor.cookie = cookies;
      expect((await visitor.open(slug)).status).toBe(200);
    }
  });
});

describe('a resume code', () => {
  test('opens the conversation in another browser, in any spelling', async () => {
    const { slug } = await someManager(cloud);
    const code = newCode();
    const started = await browser().start(slug, { code });
    const elsewhere = browser();
    const { status, body } = await elsewhere.resume(slug, ` ${formatResumeCode(code).toLowerCase()} `);
    expect(status).toBe(200);
    expect(body.conversation.id).toBe(started.body.conversation.id);
    expect((await elsewhere.send(body.conversation.id, 'From my phone')).status).toBe(200);
  });

  test('still opens it when the stored key is replaced', async () => {
    const { slug } = await someManager(cloud);
    const code = newCode();
    await browser().start(slug, { code });
    const rotated = { ...cloud.config, resumeKeys: ['a-newer-key-of-the-tests-0123456789', ...cloud.config.resumeKeys] };
    expect((await new Visitor(createApp({ ...cloud, config: rotated }).request).resume(slug, code)).status).toBe(200);
  });

  test('opens its conversation from anywhere, and names its page', async () => {
    const [there, code] = [await someManager(cloud), newCode()];
    const started = await browser().start(there.slug, { code });
    const elsewhere = browser();
    const { status, body } = await elsewhere.resume(undefined, code);
    expect([status, body.slug, body.conversation.id]).toEqual([200, there.slug, started.body.conversation.id]);
    expect((await elsewhere.open(there.slug)).body.messages).toHaveLength(1);
  });

  test('of a blocked conversation opens it from anywhere', async () => {
    const [{ slug, managerId }, code] = [await someManager(cloud), newCode()];
    const { body } = await browser().start(slug, { code });
    await (await cloud.tables()).conversation(managerId, body.conversation.id).update({ blockedAt: Timestamp.now() });
    expect((await browser().resume(undefined, code)).body.conversation.isBlocked).toBe(true);
  });

  test.each(['unknown', 'replaced', 'erased', 'of a closed page'])(
    'that is %s gets the same answer on a page and on none',
    async (state) => {
      const { slug, managerId } = await someManager(cloud);
      const [here, code] = [await someManager(cloud), newCode()];
      const visitor = browser();
      if (state !== 'unknown') {
        const { body } = await visitor.start(slug, { code });
        if (state === 'replaced') await visitor.replaceCode(body.conversation.id, newCode());
        if (state === 'erased') await visitor.delete(body.conversation.id);
        if (state === 'of a closed page')
          await (await cloud.tables()).manager(managerId).update({ closed: { reason: 'account-disabled', at: Timestamp.now() } });
      }
      const answers = [];
      for (const page of [here.slug, undefined]) {
        const { status, headers, body } = await browser().resume(page, code);
        answers.push([status, [...headers], body]);
      }
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[0]).toMatchObject([404, expect.anything(), { code: 'unknown-code' }]);
    },
  );

  test('that is unknown, replaced, erased or of another page gets one identical answer', async () => {
    const [here, there] = [await someManager(cloud), await someManager(cloud)];
    const [replaced, erased, foreign] = [newCode(), newCode(), newCode()];
    const db = await cloud.firestore();
    const start = async (slug: string, code: ReturnType<typeof newCode>) => (await browser().start(slug, { code })).body.conversation;
    const replacedId = (await start(here.slug, replaced)).id;
    const keys = await db.collection('resumeKeys').where('conversationId', '==', replacedId).get();
    await Promise.all(keys.docs.map((key) => key.ref.delete()));
    const gone = await start(here.slug, erased);
    await db.doc(`managers/${here.managerId}/conversations/${gone.id}`).delete();
    await start(there.slug, foreign);

    const answers = [];
    for (const code of [newCode(), replaced, erased, foreign]) {
      const { status, headers, body } = await browser().resume(here.slug, code);
      answers.push(JSON.stringify({ status, headers: [...headers], body }));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('unknown-code');
  });
});
