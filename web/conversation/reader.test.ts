import { MANAGER, SYSTEM, VISITOR } from '@foyer/domain/participant';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createReader, type Reader } from './reader.ts';
import { type Reading, UNREAD } from './reading.ts';
import { fullPage, someMessage } from './testing/some-message.ts';
import type { Following } from './transport.ts';

const NOW = 1_000_000;
const first = someMessage('a', VISITOR, NOW);
const reply = someMessage('b', MANAGER, NOW + 1000);

let reading: Reading;
let arrived: string[];
let reader: Reader;

function storeOf(...pages: Awaited<ReturnType<NonNullable<Following['older']>>>[]) {
  const asked: string[] = [];
  const older: Following['older'] = async ({ id }) => {
    asked.push(id);
    return pages.shift() ?? [];
  };
  return { asked, older, stop: () => undefined };
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  reading = { ...UNREAD, messages: [first] };
  arrived = [];
  reader = createReader({
    me: VISITOR,
    read: () => reading,
    change: (patch) => {
      reading = { ...reading, ...patch };
    },
    arrived: (messages) => arrived.push(...messages.map(({ id }) => id)),
  });
});
afterEach(() => {
  reader.stop();
  vi.useRealTimers();
});

describe('a reader', () => {
  test('adds each message once, and reports others’ new ones', () => {
    const line = someMessage('s', SYSTEM, NOW + 2000, { kind: 'system' });
    reader.messages([first, reply, line], true);
    reader.messages([first, reply, line], true);
    expect(reading.messages).toEqual([first, reply, line]);
    expect(arrived).toEqual(['b']);
  });

  test('moves the read mark forward, never back', () => {
    reader.marks({ readAt: 7, typingAt: 0 }, true);
    reader.marks({ readAt: 0, typingAt: 0 }, false);
    expect(reading.readAt).toBe(7);
  });

  test('shows typing until the message arrives', () => {
    reader.marks({ readAt: 0, typingAt: NOW }, true);
    expect(reading.isTyping).toBe(true);
    reader.messages([first, reply], true);
    expect(reading.isTyping).toBe(false);
  });

  test('ignores typing from this browser’s own copy', () => {
    reader.marks({ readAt: 0, typingAt: NOW }, false);
    expect(reading.isTyping).toBe(false);
  });

  test('remembers that a newer version wrote here', () => {
    reader.newer();
    expect(reading.isOutdated).toBe(true);
  });
});

describe('older messages', () => {
  test('are fetched page by page, until a page is not full', async () => {
    reading = { ...UNREAD };
    reader.messages(fullPage('n', MANAGER, NOW), true);
    const store = storeOf(fullPage('m', MANAGER, NOW - 50_000), [first]);
    await reader.older(store);
    expect(reading).toMatchObject({ isWhole: false });
    await reader.older(store);
    expect(reading).toMatchObject({ isWhole: true });
    expect(reading.messages).toHaveLength(101);
    expect(store.asked).toEqual(['n00', 'm00']);
  });

  test('fill the gap after a long absence, starting before the shown messages', async () => {
    reading = { ...reading, isWhole: true };
    const newest = fullPage('z', MANAGER, NOW + 100_000);
    reader.messages(newest, true);
    expect(reading).toMatchObject({ messages: newest, isWhole: false });
    const between = fullPage('m', MANAGER, NOW + 10_000);
    const store = storeOf(between, [first]);
    await reader.older(store);
    await reader.older(store);
    expect(store.asked).toEqual(['z00', 'm00']);
    expect(reading).toMatchObject({ messages: [first, ...between, ...newest], isWhole: true });
  });

  test('are dropped if the newest page has replaced all before they arrive', async () => {
    const answer = Promise.withResolvers<(typeof first)[]>();
    const asking = reader.older({ older: () => answer.promise, stop: () => undefined });
    const newest = fullPage('z', MANAGER, NOW + 100_000);
    reader.messages(newest, true);
    answer.resolve([someMessage('0', VISITOR, 1)]);
    await asking;
    expect(reading).toMatchObject({ messages: newest, isWhole: false });
  });
});
