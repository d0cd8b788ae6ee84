import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPresence, type Mark, type Presence } from './presence.ts';

let written: { at: number; marks: readonly Mark[] }[];
let failures: number;
let isHere: boolean;
let presence: Presence;

beforeEach(async () => {
  vi.useFakeTimers({ now: 0 });
  written = [];
  failures = 0;
  isHere = true;
  presence = createPresence(
    async (marks) => {
      written.push({ at: Date.now(), marks });
      if (failures-- > 0) throw new Error('too soon');
    },
    () => isHere,
  );
  await vi.advanceTimersByTimeAsync(0);
});
afterEach(() => {
  presence.stop();
  vi.useRealTimers();
});

test('a visitor who opens the thread is seen', () => {
  expect(written).toEqual([{ at: 0, marks: [] }]);
});

test('marks are written together, and no two writes within 1.2 seconds', async () => {
  presence.typing(true);
  presence.read();
  presence.read();
  await vi.advanceTimersByTimeAsync(1199);
  expect(written).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(5000);
  expect(written.slice(1)).toEqual([{ at: 1200, marks: ['typingAt', 'readAt'] }]);
});

test('whoever types without a pause is said to type every three seconds', async () => {
  for (let key = 0; key < 100; key++) {
    presence.typing(true);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(written.filter(({ marks }) => marks.includes('typingAt'))).toHaveLength(4);
});

test('a read mark that was refused is written once more, and then let be', async () => {
  await vi.advanceTimersByTimeAsync(5000);
  failures = 9;
  presence.read();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(written.filter(({ marks }) => marks.includes('readAt'))).toHaveLength(2);
});

test('a typing mark that was refused is let be', async () => {
  await vi.advanceTimersByTimeAsync(5000);
  failures = 9;
  presence.typing(true);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(written.filter(({ marks }) => marks.includes('typingAt'))).toHaveLength(1);
});

test('somebody who looks is seen again within each minute, somebody who does not is not', async () => {
  await vi.advanceTimersByTimeAsync(120_000);
  expect(written).toHaveLength(3);
  isHere = false;
  await vi.advanceTimersByTimeAsync(120_000);
  expect(written).toHaveLength(3);
});

test('a typing mark that still waits when the message is sent is not written', async () => {
  presence.typing(true);
  presence.typing(false);
  await vi.advanceTimersByTimeAsync(5000);
  expect(written.flatMap(({ marks }) => marks)).not.toContain('typingAt');
});
