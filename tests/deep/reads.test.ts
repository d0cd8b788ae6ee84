import { Agent, request } from 'node:http';
import { openGraphImagePath } from '@foyer/web/public-page/open-graph-image';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBareInstance } from '../support/bare-instance.ts';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { fullProfile } from '../support/full-profile.ts';
import { hostileTexts, largestProfile } from '../support/hostile-profile.ts';
import { buildProduction, type Instance, startInstance } from '../support/production.ts';
import { percentile, report } from '../support/report.ts';
import { type Trickle, trickle } from '../support/trickle.ts';
import { newCode, Visitor } from '../support/visitor.ts';

/**
 * One network reads, or sends byte by byte, as fast as it can while others are measured. The flooding client uses the same processor, so
 * the control is the same flood against a function that refuses immediately.
 */
const CONNECTIONS = 40;
/** Pause between a response and the next request of a connection, so this process has time for its measurements. */
const PAUSE_MS = 150;
const PHASE_MS = 8000;
/** Forty connections send about 250 requests a second; by then six hundred units are used up. */
const SPENT_MS = 6000;
/** Each writes once in five seconds, below every limit. */
const PEOPLE = 50;
const EVERY_MS = 100;
const SITE = 'https://load.test';
const FLOODER = '10.66.6.6';

let bare: Awaited<ReturnType<typeof startBareInstance>> | undefined;
const instances: Partial<Record<'api' | 'page' | 'pictures', Instance>> = {};
const originOf = (target: keyof typeof instances) => instances[target]?.origin ?? '';
const cloud = openTestCloud();

beforeAll(async () => {
  const { functionsOut } = await buildProduction();
  for (const target of ['api', 'page', 'pictures'] as const)
    instances[target] = await startInstance(functionsOut, { sites: [SITE], target });
  bare = await startBareInstance();
}, 300_000);
afterAll(() => Promise.all([...Object.values(instances), bare].map((instance) => instance?.kill())));

interface Flood {
  /** Resolves when the network has used up its burst (`READ_RATE`), or would have. */
  isSpent(): Promise<void>;
  /** Resolves to the number of responses by status, and of failed connections by their error code. */
  stop(): Promise<Record<string, number>>;
}

/** Sends requests from one network on forty connections until stopped. */
function flood(origin: string, pathOf: () => string): Flood {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const { hostname, port } = new URL(origin);
  const seen: Record<string, number> = {};
  let isOn = true;
  const once = () =>
    new Promise<void>((resolve) => {
      const headers = { 'x-forwarded-for': `${FLOODER}, 192.0.2.254` };
      const asked = request({ hostname, port, path: pathOf(), agent, headers, timeout: 30_000 }, (answer) => {
        seen[answer.statusCode ?? 0] = (seen[answer.statusCode ?? 0] ?? 0) + 1;
        answer.resume();
        answer.on('end', resolve);
      });
      asked.on('timeout', () => asked.destroy());
      asked.on('error', ({ code = 'failed' }: NodeJS.ErrnoException) => {
        seen[code] = (seen[code] ?? 0) + 1;
        resolve();
      });
      asked.end();
    });
  const connections = Array.from({ length: CONNECTIONS }, async () => {
    while (isOn) {
      await once();
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  });
  return {
    async isSpent() {
      for (let waited = 0; waited < SPENT_MS && (seen[429] ?? 0) < CONNECTIONS; waited += EVERY_MS)
        await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    },
    async stop() {
      isOn = false;
      await Promise.all(connections);
      agent.destroy();
      return seen;
    },
  };
}

/** Runs `act` ten times a second for `PHASE_MS`. Resolves to how long each run took, in ms. */
async function timesOf(act: (index: number) => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  const under: Promise<void>[] = [];
  for (let index = 0; index * EVERY_MS < PHASE_MS; index++) {
    const startedAt = performance.now();
    under.push(
      act(index).then((status) => {
        expect(status).toBe(200);
        times.push(performance.now() - startedAt);
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  await Promise.all(under);
  return times;
}

/** How many times longer others wait (95th percentile) during a flood of `target` than during one of the bare function before and after. */
async function ratioOf(name: string, act: (index: number) => Promise<number>, begin: (origin: string) => Flood, target: string) {
  const next = async (origin: string) => {
    const flooding = begin(origin);
    await flooding.isSpent();
    const times = await timesOf(act);
    return { times, seen: await flooding.stop() };
  };
  const bareOrigin = bare?.origin ?? '';
  const before = await next(bareOrigin);
  const during = await next(target);
  const after = await next(bareOrigin);
  const control = percentile([...before.times, ...after.times], 0.95);
  const flooded = percentile(during.times, 0.95);
  const { seen } = during;
  report(name, { ...seen, 'others p95 ms': flooded, 'next to a bare refusal p95 ms': control, ratio: flooded / control });
  expect(Object.keys(seen).filter((status) => !/^\d+$/.test(status))).toEqual([]);
  return { ratio: flooded / control, seen };
}

describe('a visitor’s send while another network reads on forty connections', () => {
  let slug = '';
  const people: { visitor: Visitor; id: string }[] = [];
  beforeAll(async () => {
    slug = (await someManager(cloud, fullProfile('atelier'))).slug;
    for (let index = 0; index < PEOPLE; index++) {
      const visitor = new Visitor((path, init) => fetch(originOf('api') + path, init), SITE, `10.50.${index}.7, 192.0.2.254`);
      const { body } = await visitor.start(slug, { code: newCode(), text: 'First' });
      people.push({ visitor, id: body.conversation.id });
    }
  });
  const send = async (index: number) => {
    const { visitor, id } = people[index % PEOPLE] as (typeof people)[number];
    return (await visitor.send(id, `Message ${nanoid(5)}`)).status;
  };

  test.each([
    ['the document of the API', () => '/api/openapi.json'],
    ['conversations', () => `/api/conversations?slug=${slug}`],
    [
      'conversations with pages that are nobody’s',
      () =>
        `/api/conversations?slug=nobody-${nanoid(8)
          .toLowerCase()
          .replace(/[^a-z0-9]/g, '0')}`,
    ],
    ['free addresses', () => `/api/slugs/${nanoid(8)}`],
    ['copies', () => `/api/conversations/${'0'.repeat(32)}/export?format=json`],
    ['forms', () => `/api/forms/conversations?slug=${slug}`],
  ])('takes less than twice as long: %s', async (name, pathOf) => {
    const { ratio, seen } = await ratioOf(`40 connections on ${name}`, send, (origin) => flood(origin, pathOf), originOf('api'));
    expect(seen[429]).toBeGreaterThan(0);
    expect(ratio).toBeLessThan(2);
  });

  test('takes less than twice as long: bodies sent byte by byte, each followed by another', async () => {
    const drip = (origin: string): Flood => {
      const open = new Set<Trickle>();
      const begin = () => trickle({ origin, path: '/api/conversations', address: FLOODER });
      for (let count = 0; count < 25; count++) open.add(begin());
      const again = setInterval(() => {
        const ended = [...open].filter(({ answer }) => answer !== null);
        for (const one of ended) {
          open.delete(one);
          one.end();
          open.add(begin());
        }
      }, 500);
      return {
        isSpent: () => Promise.resolve(),
        async stop() {
          clearInterval(again);
          await new Promise((resolve) => setTimeout(resolve, 2000));
          const waiting = [...open].filter(({ answer }) => answer === null).length;
          for (const one of open) one.end();
          return { 408: waiting };
        },
      };
    };
    const { ratio, seen } = await ratioOf('25 bodies that trickle', send, drip, originOf('api'));
    expect(seen[408]).toBeLessThanOrEqual(4);
    expect(ratio).toBeLessThan(2);
  });
});

describe('a reader of pages while another network reads on forty connections', () => {
  let slug = '';
  let heavy = '';
  beforeAll(async () => {
    slug = (await someManager(cloud, fullProfile('studio'))).slug;
    heavy = (await someManager(cloud, largestProfile(hostileTexts(7)))).slug;
  });
  const read = async (index: number) => {
    const answer = await fetch(`${originOf('page')}/${slug}?visit=${index}`, {
      headers: { 'x-forwarded-for': `10.51.${index % 200}.7, 192.0.2.254` },
    });
    await answer.text();
    return answer.status;
  };

  test.each([
    ['a heavy page with any query', () => `/${heavy}?${nanoid()}`],
    ['a heavy page in revisions that never were', () => `/${heavy}?v=${Math.ceil(Math.random() * 60)}`],
    ['pages that are nobody’s', () => `/nobody-${Math.random().toString(36).slice(2, 12)}`],
    ['the frame of a heavy page', () => `/${heavy}/embed?${nanoid()}`],
    ['searches that find nobody', () => `/directory?q=${nanoid()}`],
    ['the sitemap', () => `/sitemap.xml?${nanoid()}`],
  ])('takes less than twice as long: %s', async (name, pathOf) => {
    const { ratio, seen } = await ratioOf(`40 connections on ${name}`, read, (origin) => flood(origin, pathOf), originOf('page'));
    expect(seen[429]).toBeGreaterThan(0);
    expect(ratio).toBeLessThan(2);
  });

  test('takes less than twice as long for pictures: previews with any query and version', async () => {
    const path = openGraphImagePath(slug, fullProfile('studio'));
    const look = async (index: number) => {
      const answer = await fetch(`${originOf('pictures')}${path}?${index}`, {
        headers: { 'x-forwarded-for': `10.52.${index % 200}.7, 192.0.2.254` },
      });
      await answer.arrayBuffer();
      return answer.status;
    };
    let count = 0;
    const pathOf = () => (count++ % 2 === 0 ? `${path}?${nanoid()}` : `/pictures/og/${heavy}/${count.toString(16).padStart(8, '0')}.jpg`);
    const { ratio } = await ratioOf('40 connections on previews', look, (origin) => flood(origin, pathOf), originOf('pictures'));
    expect(ratio).toBeLessThan(2);
  });
});
