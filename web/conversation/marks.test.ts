import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMarkWriter, type Marks, type MarkWriter } from './marks.ts';

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

describe('marks', () => {
  test('are written at once, then together, and no two writes within 1.2 seconds', async () => {
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

  test('keep their distance from the answer, not from the request', async () => {
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

  test('are not written after the conversation was left', async () => {
    writer.typing(true);
    writer.stop();
    await pass(20_000);
    expect(written).toEqual([]);
  });

  test('are not written without a connection, and a read mark goes with the next one', async () => {
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
  test('is made once for each message', async () => {
    writer.read('a');
    await pass(5000);
    writer.read('a');
    await pass(5000);
    writer.read('b');
    await pass(5000);
    expect(marked()).toEqual([{ read: true }, { read: true }]);
  });

  test('that was refused is written once more by itself, then with the next one, and no typing with it', async () => {
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

describe('typing', () => {
  test('without a pause is told every three seconds', async () => {
    for (let key = 0; key < 100; key++) {
      writer.typing(true);
      await pass(100);
    }
    expect(marked().filter(({ typing }) => typing)).toHaveLength(4);
  });

  test('that was refused is let be', async () => {
    failures = 9;
    writer.typing(true);
    await pass(20_000);
    expect(written).toHaveLength(1);
  });

  test('that ends is told to have ended, once, and begins again at once', async () => {
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

  test('that still waits when the message is sent is not written', async () => {
    writer.read('a');
    await pass(0);
    writer.typing(true);
    writer.typing(false);
    await pass(5000);
    expect(marked()).toEqual([{ read: true }]);
  });
});

describe('somebody who is here', () => {
  beforeEach(async () => {
    writer = createMarkWriter({ write, isOnline: () => true, isHere: () => isHere });
    await pass(0);
  });

  test('is seen when the thread opens', () => {
    expect(written).toEqual([{ at: 0, marks: {} }]);
  });

  test('is seen again within each minute while they look, and not when they don’t', async () => {
    await pass(120_000);
    expect(written).toHaveLength(3);
    isHere = false;
    await pass(120_000);
    expect(written).toHaveLength(3);
  });
});
