import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hearTyping, type TypingEar } from './typing.ts';

const NOW = 1_000_000;
let isTyping: boolean;
let ear: TypingEar;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  isTyping = false;
  ear = hearTyping((typing) => {
    isTyping = typing;
  });
});
afterEach(() => {
  ear.stop();
  vi.useRealTimers();
});

test('shows typing for six seconds after a mark that moves on, even with an old time', async () => {
  ear.mark(5);
  expect(isTyping).toBe(false);
  ear.mark(6);
  expect(isTyping).toBe(true);
  await vi.advanceTimersByTimeAsync(5999);
  expect(isTyping).toBe(true);
  await vi.advanceTimersByTimeAsync(1);
  expect(isTyping).toBe(false);
});

test('shows typing immediately for a fresh first mark, and not for an old one', () => {
  ear.mark(NOW - 5000);
  expect(isTyping).toBe(true);
  const later = hearTyping((typing) => {
    isTyping = typing;
  });
  later.mark(NOW - 7000);
  expect(isTyping).toBe(true);
  later.stop();
});

test('shows typing for another six seconds with each new mark, not with a repeated one', async () => {
  ear.mark(0);
  ear.mark(1);
  await vi.advanceTimersByTimeAsync(4000);
  ear.mark(2);
  await vi.advanceTimersByTimeAsync(4000);
  ear.mark(2);
  expect(isTyping).toBe(true);
  await vi.advanceTimersByTimeAsync(2000);
  expect(isTyping).toBe(false);
});

test('stops when the mark is removed', () => {
  ear.mark(NOW);
  ear.mark(0);
  expect(isTyping).toBe(false);
});

test('stops with the message, and starts again with a newer mark', () => {
  ear.mark(NOW);
  ear.message(NOW + 1);
  expect(isTyping).toBe(false);
  ear.mark(NOW + 2);
  expect(isTyping).toBe(true);
  ear.message(NOW + 1);
  expect(isTyping).toBe(true);
});

test('does not start with a mark that arrives after its message', () => {
  ear.mark(0);
  ear.message(NOW + 1);
  ear.mark(NOW);
  expect(isTyping).toBe(false);
});
