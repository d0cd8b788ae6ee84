import { HEARTBEAT_MS, SEEN_MS } from '@foyer/domain/limits';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMarkWriter, type Marks, type MarkWriter } from './marks.ts';

const HOUR_MS = 3600_000;

let written: { at: number; marks: Marks }[];
let failures: number;
let isHere: boolean;
let isOnline: boolean;
let writer: MarkWriter;

const write = async (marks: Marks) => {
  written.push({ at: Date.now(), marks });
  if (failures-- > 0) throw new Error('too soon');
};
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const marked = () => written.map(({ marks }) => marks);

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  written = [];
  failures = 0;
  isHere = isOnline = true;
  writer = createMarkWriter({ write, isOnline: () => isOnline });
});
afterEach(() => {
  writer.stop();
  vi.useRealTimers();
});

describe('presence updates', () => {
  test('are written immediately, then merged, with at least 1.2 seconds between writes', async () => {
    writer.typing(true);
    await pass(0);
    writer.read('a');
    writer.read('b');
    writer.typing(false);
    await pass(1199);
    expect(written).toEqual([{ at: 0, marks: { typing: true } }]);
    await pass(5000);
    expect(written.slice(1)).toEqual([{ at: 1200, marks: { read: true, typing: false } }]);
  });

  test('count the gap from the response, not from the request', async () => {
    const answer = Promise.withResolvers<void>();
    const slow = vi.fn(() => answer.promise);
    writer = createMarkWriter({ write: slow, isOnline: () => true });
    writer.read('a');
    await pass(3000);
    writer.read('b');
    await pass(3000);
    expect(slow).toHaveBeenCalledTimes(1);
    answer.resolve();
    await pass(1199);
    expect(slow).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(slow).toHaveBeenCalledTimes(2);
  });

  test('are not written after the conversation is left', async () => {
    writer.typing(true);
    writer.stop();
    await pass(20_000);
    expect(written).toEqual([]);
  });

  test('are not written offline, and a read mark goes with the next write', async () => {
    isOnline = false;
    writer.read('a');
    writer.typing(true);
    await pass(20_000);
    expect(written).toEqual([]);
    isOnline = true;
    writer.typing(true);
    await pass(2000);
    expect(marked()).toEqual([{ read: true, typing: true }]);
  });
});

describe('a read mark', () => {
  test('is written once for each message', async () => {
    writer.read('a');
    await pass(5000);
    writer.read('a');
    await pass(5000);
    writer.read('b');
    await pass(5000);
    expect(marked()).toEqual([{ read: true }, { read: true }]);
  });

  test('is retried once after a refusal, then sent with the next write, without typing', async () => {
    failures = 2;
    writer.read('a');
    writer.typing(true);
    await pass(20_000);
    expect(marked()).toEqual([{ read: true, typing: true }, { read: true }]);
    writer.typing(false);
    await pass(20_000);
    expect(marked().slice(2)).toEqual([{ read: true, typing: false }]);
  });
});

describe('a typing mark', () => {
  test('is written every three seconds during continuous typing', async () => {
    for (let key = 0; key < 100; key++) {
      writer.typing(true);
      await pass(100);
    }
    expect(marked().filter(({ typing }) => typing)).toHaveLength(4);
  });

  test('is not retried after a refusal', async () => {
    failures = 9;
    writer.typing(true);
    await pass(20_000);
    expect(written).toHaveLength(1);
  });

  test('is cleared once when typing stops, and set again immediately', async () => {
    writer.typing(true);
    await pass(2000);
    writer.typing(false);
    writer.typing(false);
    await pass(2000);
    writer.typing(false);
    writer.typing(true);
    await pass(2000);
    expect(marked()).toEqual([{ typing: true }, { typing: false }, { typing: true }]);
  });

  test('is dropped if it still waits when the message is sent', async () => {
    writer.read('a');
    await pass(0);
    writer.typing(true);
    writer.typing(false);
    await pass(5000);
    expect(marked()).toEqual([{ read: true }]);
  });
});

describe('presence of someone who is here', () => {
  beforeEach(async () => {
    writer = createMarkWriter({ write, isOnline: () => true, isHere: () => isHere });
    await pass(0);
  });

  test('is written when the thread opens', () => {
    expect(written).toEqual([{ at: 0, marks: {} }]);
  });

  test('is renewed before it expires while they look at the page, and not otherwise', async () => {
    await pass(2.5 * HEARTBEAT_MS);
    expect(written).toHaveLength(3);
    isHere = false;
    await pass(2.5 * HEARTBEAT_MS);
    expect(written).toHaveLength(3);
    expect(SEEN_MS).toBe(1.5 * HEARTBEAT_MS);
  });

  test('takes at most 60 writes in an hour in which nothing else happens', async () => {
    await pass(HOUR_MS - 1);
    expect(written.length).toBeGreaterThan(HOUR_MS / SEEN_MS);
    expect(written.length).toBeLessThanOrEqual(60);
  });

  test('is renewed by every other mark, so reading does not add to the heartbeats', async () => {
    for (let message = 0; message < 60; message++) {
      writer.read(`${message}`);
      await pass(60_000);
    }
    // The first write was for opening the thread.
    expect(written).toHaveLength(61);
  });
});
