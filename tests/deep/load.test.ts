import { nanoid } from 'nanoid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { buildProduction, type Instance, startInstance } from '../support/production.ts';
import { percentile, report } from '../support/report.ts';
import { newCode, Visitor } from '../support/visitor.ts';

/** Four instances of the deployed build behind a round-robin load balancer. */
const INSTANCES = 4;
const SITE = 'https://load.test';
const VISITORS = 300;
/** Below the limit: one manager's inbox accepts sixty new conversations an hour. */
const VISITORS_OF_A_MANAGER = 50;
const RATE = 100;
const LOAD_MS = 300_000;
const FLOOD_MS = 60_000;
const FLOOD_RATE = 50;

let instances: Instance[] = [];
let turn = 0;
const balanced = (path: string, init: RequestInit) =>
  fetch(`${instances[turn++ % INSTANCES]?.origin}${path}`, { ...init, signal: AbortSignal.timeout(30_000) });

beforeAll(async () => {
  const { functionsOut } = await buildProduction();
  instances = await Promise.all(Array.from({ length: INSTANCES }, () => startInstance(functionsOut, { sites: [SITE] })));
});
afterAll(() => Promise.all(instances.map((instance) => instance.kill())));

/** A visitor with their own address who retries a message refused by the rate limit once it is allowed. */
class PatientVisitor {
  readonly visitor: Visitor;
  id = '';
  managerId = '';
  readonly texts: string[] = [];

  constructor(index: number) {
    this.visitor = new Visitor(balanced, SITE, `10.${Math.floor(index / 200)}.${index % 200}.7, 192.0.2.1`);
  }

  async start(slug: string, managerId: string): Promise<void> {
    const { status, body } = await this.visitor.start(slug, { code: newCode(), text: 'First' });
    if (status !== 200) throw new Error(`a first message was answered ${status} ${body.code}`);
    this.id = body.conversation.id;
    this.managerId = managerId;
    this.texts.push('First');
  }

  /** Sends one message after the other, as the message box does: a waiting message delays only later ones of the same visitor. */
  write(text: string, seen: Outcomes): Promise<void> {
    this.#before = this.#before.then(() => this.#writeNow(text, seen));
    return this.#before;
  }
  #before: Promise<void> = Promise.resolve();

  async #writeNow(text: string, seen: Outcomes): Promise<void> {
    const messageId = nanoid();
    for (;;) {
      const startedAt = performance.now();
      const { status, headers } = await this.visitor.send(this.id, text, messageId).catch(() => ({ status: 0, headers: new Headers() }));
      if (status === 200) seen.times.push(performance.now() - startedAt);
      seen.statuses[status] = (seen.statuses[status] ?? 0) + 1;
      if (status === 200) this.texts.push(text);
      if (status !== 429) return;
      await sleep(Number(headers.get('retry-after') ?? 1) * 1000);
    }
  }
}

interface Outcomes {
  times: number[];
  statuses: Record<number, number>;
}
const nothing = (): Outcomes => ({ times: [], statuses: {} });

let visitors: PatientVisitor[] = [];

test('three hundred conversations start', async () => {
  const cloud = openTestCloud();
  visitors = Array.from({ length: VISITORS }, (_, index) => new PatientVisitor(index));
  for (let first = 0; first < VISITORS; first += VISITORS_OF_A_MANAGER) {
    const { slug, managerId } = await someManager(cloud);
    for (const visitor of visitors.slice(first, first + VISITORS_OF_A_MANAGER)) await visitor.start(slug, managerId);
  }
  expect(visitors).toHaveLength(VISITORS);
});

test('stores a hundred messages a second for five minutes, once each, without an error', async () => {
  const seen = await writing(visitors, RATE, LOAD_MS);
  const cloud = openTestCloud();
  const table = await cloud.tables();
  let stored = 0;
  const wrong: string[] = [];
  for (const { managerId, id, texts } of visitors) {
    const kept = await table.messages(managerId, id).orderBy('createdAt').get();
    stored += kept.size - 1;
    if (
      kept.docs
        .map((message) => message.data().text)
        .sort()
        .join() !== texts.toSorted().join()
    )
      wrong.push(id);
  }
  report('100 sends/s for 5 min over 300 conversations', {
    ...seen.statuses,
    stored,
    'p50 ms': percentile(seen.times, 0.5),
    'p95 ms': percentile(seen.times, 0.95),
  });
  expect(wrong).toEqual([]);
  expect(Object.keys(seen.statuses).filter((status) => !['200', '429'].includes(status))).toEqual([]);
  expect(stored).toBe((RATE * LOAD_MS) / 1000);
});

test('limits a flood from one network, and the others hardly notice it', async () => {
  const others = visitors.slice(0, 60);
  const idle = await writing(others, 10, FLOOD_MS / 2);
  const cloud = openTestCloud();
  const { slug, managerId } = await someManager(cloud);
  const flooder = new PatientVisitor(5000);
  await flooder.start(slug, managerId);
  const flood: Record<number, number> = {};
  const flooding = atRate(FLOOD_RATE, FLOOD_MS, async (index) => {
    const { status } = await flooder.visitor.send(flooder.id, `Flood ${index}`);
    flood[status] = (flood[status] ?? 0) + 1;
  });
  const flooded = await writing(others, 10, FLOOD_MS);
  await flooding;
  const [before, during] = [percentile(idle.times, 0.95), percentile(flooded.times, 0.95)];
  report('one network at 50/s for 60 s', {
    accepted: flood[200] ?? 0,
    refused: flood[429] ?? 0,
    'others p95 ms': during,
    'idle p95 ms': before,
    ratio: during / before,
  });
  expect(flood[200]).toBeLessThanOrEqual(25);
  expect(Object.keys(flood).sort()).toEqual(['200', '429']);
  expect(Object.keys(flooded.statuses)).toEqual(['200']);
  expect(during / before).toBeLessThan(2);
});

/** Makes visitors write in turn at this rate, and waits for the final answer to each message. */
async function writing(writers: readonly PatientVisitor[], perSecond: number, forMs: number): Promise<Outcomes> {
  const seen = nothing();
  await atRate(perSecond, forMs, (index) =>
    (writers[index % writers.length] as PatientVisitor).write(`Message ${index} ${nanoid(4)}`, seen),
  );
  return seen;
}

/** Starts work at a steady rate, without waiting for earlier work to finish, as people do. */
async function atRate(perSecond: number, forMs: number, work: (index: number) => Promise<void>): Promise<void> {
  const startedAt = performance.now();
  const under: Promise<void>[] = [];
  const count = Math.round((perSecond * forMs) / 1000);
  for (let index = 0; index < count; index++) {
    const early = startedAt + (index * 1000) / perSecond - performance.now();
    if (early > 1) await sleep(early);
    under.push(work(index));
  }
  await Promise.all(under);
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
