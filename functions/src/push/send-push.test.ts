import type { ServerResponse } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import type { PushSubscription } from '@foyer/domain/device';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { signedClaims, somePushKeys } from '../../../tests/support/push-keys.ts';
import { type PushService, startPushService } from '../../../tests/support/push-service.ts';
import type { Answered, Outside } from '../outside/fetch-page.ts';
import { openLoopback } from '../outside/internet.ts';
import type { Push, PushSender } from './push-sender.ts';
import { RETRY_AFTER_MAX_MS } from './retry-after.ts';
import { createPushSender } from './send-push.ts';
import { parseVapidKey, type VapidKey } from './vapid-key.ts';

const KEY = parseVapidKey('c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721') as VapidKey;
const SITE = { key: KEY, subject: 'https://site.web.app', isLoopbackOnly: true };
const DEPLOYED = { ...SITE, isLoopbackOnly: false };
const PUSH: Push = { payload: { title: 'Mina Okafor' }, topic: 'topic-1', ttlSeconds: 60 };
const FCM = { ...somePushKeys(), endpoint: 'https://fcm.googleapis.com/fcm/send/x' };

const offline: Outside = { resolve: () => Promise.reject(new Error('offline')), ask: () => Promise.reject(new Error('offline')) };
const sender = createPushSender(KEY, SITE, offline, openLoopback());

const sent = async (by: PushSender, subscription: PushSubscription, push: Push) => (await by.prepare(subscription, push))();

let service: PushService;
beforeAll(async () => {
  service = await startPushService();
});
afterAll(() => service.stop());

test('the reader of the tests reads the example of RFC 8291', () => {
  const keys = somePushKeys('q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94', 'BTBZMqHH6r4Tts7J_aSIgg');
  const body =
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN';
  expect(keys.decrypted(Buffer.from(body, 'base64url'))).toBe('When I grow up, I want to be a watermelon');
});

describe('a push', () => {
  test('reaches the browser encrypted and signed, with its topic and life', async () => {
    const browser = service.someBrowser();
    expect(await sent(sender, browser.subscription, PUSH)).toBe('sent');
    const [{ headers, payload } = { headers: {}, payload: null }] = browser.deliveries;
    expect(payload).toEqual(PUSH.payload);
    expect(headers).toMatchObject({ ttl: '60', topic: 'topic-1', urgency: 'high', 'content-encoding': 'aes128gcm' });
    const { aud, sub, exp } = signedClaims(headers.authorization ?? '', sender.publicKey);
    expect([aud, sub]).toEqual([service.origin.replace('http:', 'https:'), SITE.subject]);
    expect(exp * 1000 - Date.now()).toBeLessThan(24 * 3600_000);
  });

  test('is sent only when it is known that it has to be', async () => {
    const browser = service.someBrowser();
    const send = await sender.prepare(browser.subscription, PUSH);
    expect(browser.deliveries).toHaveLength(0);
    await send();
    expect(browser.deliveries).toHaveLength(1);
  });

  test('uses the signature for its service again for an hour, and none of another service', async () => {
    const other = await startPushService();
    const [browser, neighbor, stranger] = [service.someBrowser(), service.someBrowser(), other.someBrowser()];
    for (const { subscription } of [browser, neighbor, stranger]) await sent(sender, subscription, PUSH);
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 3600_000);
    await sent(sender, browser.subscription, PUSH);
    vi.restoreAllMocks();
    other.stop();
    const signatures = [...browser.deliveries, ...neighbor.deliveries, ...stranger.deliveries].map(({ headers }) => headers.authorization);
    const [first, later, ofNeighbor, ofStranger] = signatures;
    expect(ofNeighbor).toBe(first);
    expect(new Set([first, later, ofStranger]).size).toBe(3);
    expect(signedClaims(ofStranger ?? '', sender.publicKey).aud).toBe(other.origin.replace('http:', 'https:'));
  });

  test('uses a connection again, also after a short answer', async () => {
    const other = await startPushService();
    const browser = other.someBrowser();
    for (const answer of [201, (response: ServerResponse) => response.writeHead(201).end('ok'), 503, 201] as const) {
      browser.answer(answer);
      await sent(sender, browser.subscription, PUSH).catch(() => {});
    }
    expect(other.connections()).toBe(1);
    other.stop();
  });

  test('is sent again if a kept connection is closed at that moment', async () => {
    const counts: number[] = [];
    const server = createServer((socket) => {
      const own = counts.push(0) - 1;
      socket.on('data', (bytes) => {
        if (!bytes.toString('latin1').startsWith('POST')) return;
        counts[own] = (counts[own] ?? 0) + 1;
        if (own === 0 && counts[own] === 2) socket.resetAndDestroy();
        else socket.write('HTTP/1.1 201 Created\r\ncontent-length: 0\r\n\r\n');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/push`;
    for (let turn = 0; turn < 2; turn++) expect(await sent(sender, { ...FCM, endpoint }, PUSH)).toBe('sent');
    expect(counts).toEqual([2, 1]);
    server.close();
  });

  test('has the same length whatever it says', async () => {
    const browser = service.someBrowser();
    await sent(sender, browser.subscription, { ...PUSH, payload: { body: 'x'.repeat(1900) } });
    await sent(sender, browser.subscription, { ...PUSH, payload: {} });
    const lengths = browser.deliveries.map(({ headers }) => headers['content-length']);
    expect(lengths[0]).toBe(lengths[1]);
  });

  test.each([404, 410])('finds a subscription gone by %i', async (status) => {
    const browser = service.someBrowser();
    browser.answer(status);
    expect(await sent(sender, browser.subscription, PUSH)).toBe('gone');
  });

  test.each([301, 302, 307, 308, 400, 401, 403, 413, 429, 500, 502, 503])('fails with %i', async (status) => {
    const browser = service.someBrowser();
    browser.answer(status);
    await expect(sent(sender, browser.subscription, PUSH)).rejects.toMatchObject({ name: 'PushRefused', code: status });
  });

  test.each([429, 503])('fails with %i, and says how long its service wants us to wait, within bounds', async (status) => {
    const browser = service.someBrowser();
    const waits = [];
    for (const asked of ['90', '999999999', '-5']) {
      browser.answer((response) => response.writeHead(status, { 'retry-after': asked }).end());
      const cause = await sent(sender, browser.subscription, PUSH).catch((refused: unknown) => refused as { retryAfterMs: number });
      waits.push(typeof cause === 'object' && cause.retryAfterMs);
    }
    expect(waits).toEqual([90_000, RETRY_AFTER_MAX_MS, 0]);
  });

  test('follows no redirect', async () => {
    const [browser, other] = [service.someBrowser(), service.someBrowser()];
    browser.answer((response) => response.writeHead(307, { location: other.subscription.endpoint }).end());
    await expect(sent(sender, browser.subscription, PUSH)).rejects.toMatchObject({ code: 307 });
    expect(other.deliveries).toEqual([]);
  });

  test('is sent though its answer is endless, which is cut off', async () => {
    const browser = service.someBrowser();
    let given = 0;
    const closed = new Promise<void>((resolve) => {
      browser.answer((response) => {
        response.writeHead(201);
        response.once('close', resolve);
        flood(response, () => given++);
      });
    });
    expect(await sent(sender, browser.subscription, PUSH)).toBe('sent');
    await closed;
    // What fits into the buffers of a connection, in pieces of 64 kB; a gigabyte would be 16,000.
    expect(given).toBeLessThan(200);
  });

  test.each(['the answer', 'the name', 'the connection'])('gives up after five seconds without %s', async (slow) => {
    const never = new Promise<never>(() => {});
    const short = AbortSignal.timeout(20);
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(short);
    const browser = service.someBrowser();
    browser.answer(() => {});
    const hanging: Outside = {
      resolve: () => (slow === 'the name' ? never : Promise.resolve(['8.8.8.8'])),
      ask: () => never,
    };
    const subscription = slow === 'the answer' ? browser.subscription : FCM;
    const site = slow === 'the answer' ? SITE : DEPLOYED;
    await expect(sent(createPushSender(KEY, site, hanging, openLoopback()), subscription, PUSH)).rejects.toThrow();
    expect(timeout).toHaveBeenCalledWith(5000);
    timeout.mockRestore();
  });

  test.each([['127.0.0.1'], ['169.254.169.254'], ['::1'], ['8.8.8.8', '10.0.0.1'], []])(
    'is not sent if the service’s name leads to %s',
    async (...addresses) => {
      const { outside, asked } = outsideAt(addresses);
      await expect(sent(createPushSender(KEY, DEPLOYED, outside, openLoopback()), FCM, PUSH)).rejects.toThrow();
      expect(asked).toEqual([]);
    },
  );

  test('is sent to the address that was checked', async () => {
    const { outside, asked } = outsideAt(['8.8.8.8']);
    expect(await sent(createPushSender(KEY, DEPLOYED, outside, openLoopback()), FCM, PUSH)).toBe('sent');
    expect(asked).toEqual([`${FCM.endpoint} at 8.8.8.8`]);
  });

  test('is sent to no other host; to this machine only, and to none else, in tests', async () => {
    const { outside, asked } = outsideAt(['8.8.8.8']);
    const deployed = createPushSender(KEY, DEPLOYED, outside, outside);
    const { subscription } = service.someBrowser();
    for (const endpoint of ['https://evil.example/x', subscription.endpoint]) {
      expect(deployed.accepts({ ...subscription, endpoint })).toBe(false);
      await expect(sent(deployed, { ...subscription, endpoint }, PUSH)).rejects.toThrow();
    }
    expect(sender.accepts(subscription)).toBe(true);
    expect(sender.accepts({ ...subscription, p256dh: `B${'x'.repeat(86)}` })).toBe(false);
    expect(sender.accepts(FCM)).toBe(false);
    await expect(sent(sender, FCM, PUSH)).rejects.toThrow();
    expect(asked).toEqual([]);
  });
});

describe('the key', () => {
  test('is the same in hex and in base64url', () => {
    expect(parseVapidKey(Buffer.from(KEY.privateKey, 'base64url').toString('hex'))).toEqual(KEY);
    expect(parseVapidKey(KEY.privateKey)).toEqual(KEY);
    expect(Buffer.from(KEY.publicKey, 'base64url')).toHaveLength(65);
  });

  test.each(['', 'off', '0'.repeat(64), 'f'.repeat(64), `${KEY.privateKey}=`, KEY.publicKey])('is not %j', (text) => {
    expect(parseVapidKey(text)).toBeNull();
  });
});

function outsideAt(addresses: string[]) {
  const asked: string[] = [];
  const answered: Answered = { status: 201, headers: {}, body: (async function* () {})() };
  const outside: Outside = {
    resolve: async () => addresses,
    ask: async (url, address) => {
      asked.push(`${url.href} at ${address}`);
      return answered;
    },
  };
  return { outside, asked };
}

function flood(response: ServerResponse, onWrite: () => void): void {
  const piece = Buffer.alloc(65_536);
  const write = () => {
    while (!response.destroyed && response.write(piece)) onWrite();
    if (!response.destroyed) response.once('drain', write);
  };
  write();
}
