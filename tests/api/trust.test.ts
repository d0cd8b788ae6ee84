import { hash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Challenge } from '@foyer/domain/problem';
import { createApp } from '@foyer/functions/app';
import { FIRST_MESSAGE, openRecaptcha } from '@foyer/functions/trust/recaptcha';
import { PassThroughClient } from 'google-auth-library';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ORIGIN, openTestCloud, PROXIES, someManager, type TestCloud } from '../support/cloud.ts';
import { emulators } from '../support/emulators.ts';
import { newCode, Visitor } from '../support/visitor.ts';

/** A fake of Google's service that gives the real client the test's answers. */
let service: Server;
let say: (request: { event: Record<string, string> }) => { status?: number; body: unknown; delayMs?: number };
const heard: { event: Record<string, string> }[] = [];

beforeAll(async () => {
  service = createServer((request, response) => {
    let content = '';
    request.on('data', (bytes: Buffer) => {
      content += bytes.toString();
    });
    request.on('end', () => {
      const asked = JSON.parse(content) as { event: Record<string, string> };
      heard.push(asked);
      const { status = 200, body, delayMs = 0 } = say(asked);
      setTimeout(
        () =>
          response.writeHead(status, { 'content-type': 'application/json' }).end(typeof body === 'string' ? body : JSON.stringify(body)),
        delayMs,
      );
    });
  });
  await new Promise<void>((resolve) => {
    service.listen(0, '127.0.0.1', resolve);
  });
});
afterAll(() => {
  service.closeAllConnections();
  service.close();
});

/** A wide network that no other test uses. */
const block = `100.65.${Math.floor(Math.random() * 250)}`;

const scored = (score: number, more: object = {}) => ({
  body: { name: 'projects/p/assessments/a', tokenProperties: { valid: true, action: FIRST_MESSAGE, ...more }, riskAnalysis: { score } },
});

async function guardedSite() {
  const { projectId } = emulators();
  const { port } = service.address() as AddressInfo;
  const client = { apiEndpoint: '127.0.0.1', port, protocol: 'http', authClient: new PassThroughClient() };
  const recaptcha = await openRecaptcha({ projectId, siteKey: 'site-key', client: client as never });
  const cloud = openTestCloud({ recaptcha: async () => recaptcha });
  const { slug, managerId } = await someManager(cloud);
  const table = await cloud.tables();
  return {
    cloud,
    async write({
      address,
      ...more
    }: {
      recaptchaToken?: string;
      proof?: string;
      messageId?: string;
      code?: string;
      address?: string;
    } = {}) {
      const visitor = new Visitor(createApp(cloud).request, ORIGIN, address);
      const reply = await visitor.start(slug, { recaptchaToken: 'token', ...more } as never);
      const tray = reply.status === 200 ? (await table.conversation(managerId, reply.body.conversation.id).get()).data()?.tray : undefined;
      return { ...reply, tray };
    },
  };
}

/** Makes the site require a proof for every first message during `act`. */
async function whileChallenging(cloud: TestCloud, act: () => Promise<void>): Promise<void> {
  const breaker = (await cloud.tables()).breaker();
  await breaker.set({ mode: 'challenge' });
  cloud.advance(31_000);
  await act().finally(() => breaker.delete());
}

/** A tenth of the time that a browser needs: one call for each hash, and none of them waits. */
function solve({ challenge, salt, algorithm, maxnumber, signature }: Challenge): string {
  let number = 0;
  while (number <= maxnumber && hash('sha256', `${salt}${number}`) !== challenge) number++;
  return Buffer.from(JSON.stringify({ algorithm, challenge, number, salt, signature })).toString('base64');
}

describe('a site that asks reCAPTCHA about first messages', () => {
  test.each([
    [0.9, 200, 'inbox'],
    [0.5, 200, 'inbox'],
    [0.4, 200, 'requests'],
    [0.3, 200, 'requests'],
    [0.1, 403, undefined],
  ])('puts one with a score of %f where it belongs', async (score, status, tray) => {
    say = () => scored(score);
    const site = await guardedSite();
    const reply = await site.write();
    expect([reply.status, reply.tray]).toEqual([status, tray]);
    if (status === 403) expect(reply.body.code).toBe('not-trusted');
  });

  test('sends Google the token, the key and the action, and nothing of the visitor', async () => {
    say = () => scored(0.9);
    const site = await guardedSite();
    heard.length = 0;
    await site.write({ recaptchaToken: 'the-token' });
    expect(heard.map(({ event }) => event)).toEqual([
      expect.objectContaining({ token: 'the-token', siteKey: 'site-key', expectedAction: FIRST_MESSAGE }),
    ]);
    expect(Object.keys(heard[0]?.event ?? {})).toEqual(expect.not.arrayContaining(['userIpAddress', 'userAgent', 'userInfo']));
  });

  test('asks once for a first message, and never for a further one', async () => {
    say = () => scored(0.9);
    const { cloud } = await guardedSite();
    const { slug } = await someManager(cloud);
    const visitor = new Visitor(createApp(cloud).request);
    heard.length = 0;
    const first = { code: newCode(), messageId: nanoid(), recaptchaToken: 'token' };
    const { body } = await visitor.start(slug, first);
    await visitor.start(slug, first);
    expect((await visitor.send(body.conversation.id, 'Further')).status).toBe(200);
    expect(heard).toHaveLength(1);
  });

  const FAULTS: [string, () => ReturnType<typeof say>][] = [
    ['does not answer in time', () => ({ ...scored(0.9), delayMs: 4000 })],
    ['has no quota left', () => ({ status: 429, body: { error: { code: 429, message: 'Quota exceeded', status: 'RESOURCE_EXHAUSTED' } } })],
    ['fails', () => ({ status: 500, body: { error: { code: 500, message: 'x', status: 'INTERNAL' } } })],
    ['answers with what cannot be read', () => ({ body: '<html>' })],
    ['answers without a score', () => ({ body: { tokenProperties: { valid: true, action: FIRST_MESSAGE } } })],
  ];
  test.each(FAULTS)('never trusts and never refuses when Google %s', async (_, answer) => {
    say = answer;
    const site = await guardedSite();
    const reply = await site.write();
    expect([reply.status, reply.tray]).toEqual([200, 'requests']);
  });

  test.each([
    ['none', {}, { recaptchaToken: undefined as never }],
    ['one that was used before', { valid: false, invalidReason: 'DUPE' }, {}],
    ['one for another action', { action: 'login' }, {}],
  ])('requires a proof from a browser with %s for a token, and puts it into the requests', async (_, properties, more) => {
    say = () => scored(0.9, properties);
    const site = await guardedSite();
    const first = { code: newCode(), messageId: nanoid(), ...more };
    const refused = await site.write(first);
    expect([refused.status, refused.body.code]).toEqual([428, 'challenge-required']);
    const proof = solve(refused.body.challenge as Challenge);
    const reply = await site.write({ ...first, proof });
    expect([reply.status, reply.tray]).toEqual([200, 'requests']);
  });
});

describe('the limits of a network', () => {
  test('apply before the assessment: 60 tries with a poor score are assessed at most 15 times', async () => {
    say = () => scored(0.4);
    const site = await guardedSite();
    site.cloud.config = { ...site.cloud.config, trustedProxies: PROXIES };
    heard.length = 0;
    const codes = [];
    for (let count = 0; count < 60; count++) codes.push((await site.write({ address: `${block}.7` })).body.code);
    expect(codes.filter((code) => code === undefined)).toHaveLength(2);
    expect(heard.length).toBeLessThanOrEqual(15);
  });

  test('are also used up by refused scores', async () => {
    say = () => scored(0.1);
    const site = await guardedSite();
    site.cloud.config = { ...site.cloud.config, trustedProxies: PROXIES };
    heard.length = 0;
    const statuses = [];
    for (let count = 0; count < 40; count++) statuses.push((await site.write({ address: `${block}.8` })).status);
    expect(heard).toHaveLength(15);
    expect(statuses.filter((status) => status === 403)).toHaveLength(15);
  });
});

describe('a proof of work', () => {
  async function challenged() {
    const cloud = openTestCloud();
    const { slug } = await someManager(cloud);
    const breaker = (await cloud.tables()).breaker();
    await breaker.set({ mode: 'challenge' });
    const visitor = new Visitor(createApp(cloud).request);
    const first = { code: newCode(), messageId: nanoid() };
    const { body } = await visitor.start(slug, first);
    await breaker.delete();
    return { cloud, slug, visitor, first, proof: solve(body.challenge as Challenge) };
  }
  const parsed = (proof: string) => JSON.parse(Buffer.from(proof, 'base64').toString()) as Record<string, unknown>;
  const packed = (solution: unknown) => Buffer.from(JSON.stringify(solution)).toString('base64');

  test('starts only the conversation it was made for: no other code, message or manager', async () => {
    const { cloud, slug, visitor, first, proof } = await challenged();
    const others = Array.from({ length: 20 }, () => ({ ...first, code: newCode(), proof }));
    const elsewhere = (await someManager(cloud)).slug;
    await whileChallenging(cloud, async () => {
      for (const other of others) expect((await visitor.start(slug, other)).status).toBe(428);
      expect((await visitor.start(elsewhere, { ...first, proof })).status).toBe(428);
      expect((await visitor.start(slug, { ...first, proof })).status).toBe(200);
      expect((await visitor.start(slug, { ...first, messageId: nanoid(), proof })).body.conversation).toBeDefined();
    });
  });

  test('is useless from another network', async () => {
    const cloud = openTestCloud();
    cloud.config = { ...cloud.config, trustedProxies: PROXIES };
    const { slug } = await someManager(cloud);
    const at = (address: string) => new Visitor(createApp(cloud).request, ORIGIN, address);
    const first = { code: newCode(), messageId: nanoid() };
    await whileChallenging(cloud, async () => {
      const { body } = await at(`${block}.20`).start(slug, first);
      const proof = solve(body.challenge as Challenge);
      expect(JSON.stringify(body.challenge)).not.toContain(block);
      expect((await at('198.51.100.20').start(slug, { ...first, proof })).status).toBe(428);
      expect((await at(`${block}.20`).start(slug, { ...first, proof })).status).toBe(200);
    });
  });

  test('is useless when it is late', async () => {
    const { cloud, slug, visitor, first, proof } = await challenged();
    cloud.now = () => Date.now() + 11 * 60_000;
    await (await cloud.tables()).breaker().set({ mode: 'challenge' });
    expect((await visitor.start(slug, { ...first, proof })).status).toBe(428);
    await (await cloud.tables()).breaker().delete();
  });

  test('cannot be forged', async () => {
    const { slug, visitor, first, proof } = await challenged();
    const solution = parsed(proof);
    const forged = [
      { ...solution, number: Number(solution.number) + 1 },
      { ...solution, signature: 'f'.repeat(64) },
      { ...solution, salt: String(solution.salt).replace(/expiresAt=\d+/, 'expiresAt=9999999999999') },
      { ...solution, algorithm: 'SHA-1' },
      { ...solution, number: -1 },
      { ...solution, extra: true },
      { algorithm: 'SHA-256' },
      [],
      'text',
    ];
    for (const wrong of [...forged.map(packed), 'not base64 !', packed(null), 'e30=']) {
      const { status, body } = await visitor.start(slug, { ...first, proof: wrong });
      expect([status, body.code], wrong).toEqual([428, 'challenge-required']);
    }
    await vi.waitFor(async () => expect((await visitor.start(slug, { ...first, proof })).status).toBe(200), { timeout: 60_000 });
  });
});

describe('App Check', () => {
  test.each([
    ['no token', undefined, 401, 'not-the-app'],
    ['a wrong token', 'forged', 401, 'not-the-app'],
    ['a right token', 'right', 401, 'signed-out'],
  ])('where configured, is checked for a manager with %s', async (_, token, status, code) => {
    const cloud = openTestCloud({
      appCheck: async () => ({
        verifyToken: async (given: string) => {
          if (given !== 'right') throw new Error('invalid');
          return { appId: 'app', token: {} as never };
        },
      }),
    });
    cloud.config = { ...cloud.config, appCheckKey: 'site-key' };
    const reply = await new Visitor(createApp(cloud).request).raw('/api/slugs/ada', {
      method: 'GET',
      headers: { authorization: 'Bearer nobody', ...(token ? { 'x-firebase-appcheck': token } : {}) },
    });
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  test("does not block visitors' messages: people who block its script can still write", async () => {
    const cloud = openTestCloud();
    cloud.config = { ...cloud.config, appCheckKey: 'site-key' };
    const { slug } = await someManager(cloud);
    expect((await new Visitor(createApp(cloud).request).start(slug)).status).toBe(200);
  });
});
