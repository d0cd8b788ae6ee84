import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSlugCheck, PAUSE_MS } from './slug-check.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const free = { available: true, reason: null, suggestion: null };

it('sends one request for a person who types without a pause', async () => {
  const ask = vi.fn(async () => free);
  const check = createSlugCheck(ask);
  for (const slug of ['ada', 'ada-m', 'ada-moreau']) check.look(slug);
  expect(check.verdict.value.kind).toBe('asking');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(ask.mock.calls).toEqual([['ada-moreau']]);
  expect(check.verdict.value).toEqual({ kind: 'free' });
});

it('ignores a late response for an earlier text', async () => {
  const answers = new Map<string, (answer: typeof free) => void>();
  const check = createSlugCheck((slug) => new Promise((resolve) => answers.set(slug, resolve)));
  check.look('first-one');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  check.look('second-one');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  answers.get('first-one')?.(free);
  await vi.advanceTimersByTimeAsync(0);
  expect(check.verdict.value.kind).toBe('asking');
  answers.get('second-one')?.(free);
  await vi.advanceTimersByTimeAsync(0);
  expect(check.verdict.value.kind).toBe('free');
});

it('sends no request for an invalid address, and suggests a valid one', async () => {
  const ask = vi.fn(async () => free);
  const check = createSlugCheck(ask);
  check.look('Ada Moreau');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(ask).not.toHaveBeenCalled();
  expect(check.verdict.value).toMatchObject({ kind: 'refused', suggestion: 'ada-moreau' });
});

it('sends a request for a reserved word, because the server suggests a free one', async () => {
  const check = createSlugCheck(async () => ({ available: false, reason: 'slug-reserved', suggestion: 'admin-writes' }));
  check.look('admin');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(check.verdict.value).toEqual({ kind: 'refused', reason: 'This address is reserved.', suggestion: 'admin-writes' });
});

it('lets a person continue if the check fails', async () => {
  const check = createSlugCheck(() => Promise.reject(new Error('offline')));
  check.look('ada-moreau');
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(check.verdict.value).toEqual({ kind: 'unknown' });
});
