import { createServer, request, type Server } from 'node:http';
import { createApp } from '@foyer/functions/app';
import { createPicturesApp } from '@foyer/functions/create-pictures-app';
import { getRequestListener } from '@hono/node-server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openTestCloud, PROXIES, someManager } from '../support/cloud.ts';
import { type PicturePerson, somePicturePerson } from '../support/picture-person.ts';
import { sampleOf } from '../support/sample.ts';
import { type Trickle, trickle } from '../support/trickle.ts';
import { Visitor } from '../support/visitor.ts';

/** The API and the pictures behind real sockets, with every limit except that of writes, which has its own tests. */
let server: Server;
let origin = '';
let slug = '';
let person: PicturePerson;
const open: Trickle[] = [];

beforeEach(async () => {
  const cloud = openTestCloud();
  cloud.config = { ...cloud.config, trustedProxies: PROXIES };
  // The limiter accepts twenty writes of a network in a burst; this tests the bodies.
  const admitWrite = vi.spyOn(cloud.door, 'admitWrite').mockReturnValue();
  const [api, pictures] = [createApp(cloud), createPicturesApp(cloud)];
  const answer = getRequestListener((asked) => (asked.url.endsWith('/api/pictures') ? pictures : api).fetch(asked), {
    overrideGlobalObjects: false,
  });
  server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no address.');
  origin = `http://127.0.0.1:${address.port}`;
  cloud.config = { ...cloud.config, origins: [origin] };
  ({ slug } = await someManager(cloud));
  person = await somePicturePerson(cloud);
  expect(admitWrite).toBeDefined();
});
afterEach(async () => {
  for (const one of open.splice(0)) one.end();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const start = (more: Partial<Parameters<typeof trickle>[0]> = {}) => {
  const one = trickle({ origin, path: '/api/conversations', address: '10.77.1.1', ...more });
  open.push(one);
  return one;
};
const elsewhere = () => new Visitor((path, init) => fetch(origin + path, init), origin, '10.78.1.1, 192.0.2.254');
const unanswered = (all: readonly Trickle[]) => all.filter(({ answer }) => answer === null).length;

const JSON_BODY = ['JSON', '/api/conversations', 'application/json'] as const;
const BODIES = [JSON_BODY, ['a form', '/api/forms/conversations?slug=x', 'application/x-www-form-urlencoded'] as const];

describe('bodies that arrive byte by byte', () => {
  test('of one network use at most four slots; the others are refused within two seconds', async () => {
    const all = Array.from({ length: 25 }, () => start());
    await vi.waitFor(() => expect(unanswered(all)).toBe(4), { timeout: 9000 });
    for (const { answer } of all)
      if (answer) expect([answer.status, answer.text]).toEqual([408, expect.stringContaining('"body-too-slow"')]);
    expect((await elsewhere().start(slug)).status).toBe(200);
  });

  test('of many networks leave eight of twenty slots', async () => {
    const all = Array.from({ length: 30 }, (_, index) => start({ address: `10.79.${index}.1` }));
    await vi.waitFor(() => expect(unanswered(all)).toBe(12), { timeout: 9000 });
    expect((await elsewhere().start(slug)).status).toBe(200);
  });

  test.each(sampleOf(BODIES, [JSON_BODY]))(
    'are abandoned after ten seconds, and their connection closes: %s',
    async (_, path, contentType) => {
      const one = start({ path, contentType });
      await vi.waitFor(() => expect(one.isClosed).toBe(true), { timeout: 40_000, interval: 100 });
      expect(one.answer?.status).toBe(408);
      expect(one.answer?.text).toContain('body-too-slow');
      expect(one.answer?.afterMs).toBeGreaterThanOrEqual(9900);
      // Its slot is free again.
      const more = Array.from({ length: 5 }, () => start({ path, contentType }));
      await vi.waitFor(() => expect(unanswered(more)).toBe(4), { timeout: 9000 });
    },
  );
});

/** Sends bytes in parts, at the pace of someone's connection. */
function sendSlowly(path: string, body: Buffer, parts: number, everyMs: number, headers: Record<string, string>): Promise<number> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sending = request(
      { hostname, port, path, method: 'POST', headers: { origin, 'x-forwarded-for': '10.80.1.1, 192.0.2.254', ...headers } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    sending.on('error', reject);
    const size = Math.ceil(body.length / parts);
    let sent = 0;
    const timer = setInterval(() => {
      sending.write(body.subarray(sent * size, ++sent * size));
      if (sent < parts) return;
      clearInterval(timer);
      sending.end();
    }, everyMs);
  });
}

describe('a person on a slow connection', () => {
  test('sends a message in three seconds', async () => {
    const { code, messageId } = { code: 'x', messageId: 'y' };
    const body = Buffer.from(JSON.stringify({ slug, code, messageId, text: 'words '.repeat(600) }));
    // Read to its end, and only then refused for its content.
    expect(await sendSlowly('/api/conversations', body, 6, 500, { 'content-type': 'application/json' })).toBe(400);
  });

  test('sends a picture that takes longer than the time limit for a trickle', async () => {
    const headers = { 'content-type': 'image/png', authorization: `Bearer ${person.idToken}` };
    const status = await sendSlowly('/api/pictures', Buffer.alloc(800_000, 1), 24, 550, headers);
    expect(status).toBe(415);
  });
});
