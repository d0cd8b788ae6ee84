import { searchable } from '@foyer/domain/message-terms';
import { INBOX_SEARCH_RATE } from '@foyer/functions/limits/rates';
import { READS_MAX } from '@foyer/functions/search/read-budget';
import { Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';
import { beforeAll, describe, expect, test } from 'vitest';
import { someManager } from '../support/cloud.ts';
import { fromManager, putConversation } from '../support/conversation.ts';
import { Searching, someConversationId } from '../support/searching.ts';

const at = (day: string) => Timestamp.fromMillis(Date.parse(day));

describe('a word in every message', () => {
  let world: Searching;
  const COUNT = 130;

  beforeAll(async () => {
    world = await Searching.open();
    const table = await world.cloud.tables();
    const batch = table.batch();
    for (let index = 0; index < COUNT; index++) {
      const id = someConversationId();
      await putConversation(table, world.managerId, id, {
        text: `hello number ${index}`,
        at: at(`2026-01-01T00:00:${10 + (index % 40)}Z`),
      });
    }
    const [first] = (await table.conversations(world.managerId).limit(1).get()).docs;
    for (let index = 0; index < 200; index++) {
      const message = searchable(world.managerId, fromManager('hello common', at(`2025-06-01T00:00:${10 + (index % 50)}Z`)));
      batch.set(table.message(world.managerId, first?.id ?? '', nanoid()), message);
    }
    await batch.commit();
  });

  async function pagesOf(q: string): Promise<{ ids: string[]; reads: number[] }> {
    const [ids, reads]: [string[], number[]] = [[], []];
    for (let next: string | undefined; reads.length < 60; ) {
      world.cloud.operations.reset();
      const page = await world.find(q, next);
      reads.push(world.cloud.operations.reads);
      ids.push(...page.messages.map(({ messageId }) => messageId));
      if (page.next === null) break;
      next = page.next;
    }
    return { ids, reads };
  }

  test('comes in pages, each message once, each page with at most sixty reads', async () => {
    const { ids, reads } = await pagesOf('hello');
    expect([ids.length, new Set(ids).size]).toEqual([COUNT + 200, COUNT + 200]);
    expect(Math.max(...reads)).toBeLessThanOrEqual(READS_MAX);
    expect(world.cloud.operations.writes).toBe(0);
  });

  test.each([
    ['with a word that few have', 'hello "number 77"', 1],
    ['with a word that none has next to it', '"number hello"', 0],
    ['with filters that nothing passes', 'hello is:pinned', 0],
    ['with every filter', 'hello from:nobody label:a label:b is:unread in:inbox after:2020-01-01 before:2030-01-01', 0],
    ['with days', 'hello after:2026-01-01 before:2026-01-02', COUNT],
    ['with days that exclude all', 'hello before:2025-01-01', 0],
  ])('%s', async (_, q, count) => {
    const { ids, reads } = await pagesOf(q);
    expect(ids).toHaveLength(count);
    expect(Math.max(...reads)).toBeLessThanOrEqual(READS_MAX);
  });

  test.each(['is:unread', 'is:read', 'in:inbox', 'after:2025-01-01', 'from:nobody', 'is:blocked'])(
    'lists %s with at most sixty reads',
    async (q) => {
      world.cloud.operations.reset();
      await world.find(q);
      expect(world.cloud.operations.reads).toBeLessThanOrEqual(READS_MAX);
    },
  );
});

describe('days', () => {
  test('begin in the time zone of the page; `after` includes its day, `before` does not', async () => {
    const world = await Searching.open();
    const table = await world.cloud.tables();
    const { slug } = await someManager(world.cloud);
    const [template] = (await table.managers().where('slug', '==', slug).get()).docs;
    const page = template?.data();
    if (!page) throw new Error('there is no page');
    for (const time of ['2026-01-31T22:59:59Z', '2026-01-31T23:00:00Z', '2026-02-01T22:59:59Z', '2026-02-01T23:00:00Z']) {
      await world.conversation(`sent ${time}`, {}, at(time));
    }
    const sent = async (q: string) => (await world.find(q)).messages.map(({ passage }) => passage.slice(5, -1)).toReversed();
    const q = 'sent after:2026-02-01 before:2026-02-02';
    expect(await sent(q)).toEqual(['2026-02-01T22:59:59', '2026-02-01T23:00:00']);
    await table.manager(world.managerId).set({ ...page, slug: `${slug}-2`, profile: { ...page.profile, timeZone: 'Europe/Warsaw' } });
    expect(await sent(q)).toEqual(['2026-01-31T23:00:00', '2026-02-01T22:59:59']);
  });
});

test('searches of one manager are limited', async () => {
  const world = await Searching.open();
  world.paceMs = 0;
  world.cloud.stopClock();
  for (let index = 0; index < INBOX_SEARCH_RATE.burst; index++) expect((await world.raw({ q: '?' })).status).toBe(200);
  expect((await world.raw({ q: '?' })).status).toBe(429);
  world.cloud.advance(INBOX_SEARCH_RATE.refillMs);
  expect((await world.raw({ q: '?' })).status).toBe(200);
});
