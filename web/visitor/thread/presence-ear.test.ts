import { HEARTBEAT_MS, SEEN_MS } from '@foyer/domain/limits';
import type { ShownPresence } from '@foyer/domain/manager-presence';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPresenceEar } from './presence-ear.ts';

const NOW = 1_000_000_000;
let shown: ShownPresence[];
let ear: ReturnType<typeof createPresenceEar>;
const looks = () => shown.map(({ look }) => look);

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  shown = [];
  ear = createPresenceEar((next) => shown.push(next));
});
afterEach(() => {
  ear.stop();
  vi.useRealTimers();
});

describe('a manager', () => {
  test('is online for as long as heartbeats come, and away soon after the last one', () => {
    ear.hear({ seenAt: NOW - 1000 });
    for (let beat = 0; beat < 3; beat++) {
      vi.advanceTimersByTime(HEARTBEAT_MS);
      ear.hear({ seenAt: Date.now() });
    }
    expect(new Set(looks())).toEqual(new Set(['online']));
    vi.advanceTimersByTime(SEEN_MS - 1);
    expect(looks().at(-1)).toBe('online');
    vi.advanceTimersByTime(1);
    expect(looks().at(-1)).toBe('away');
  });

  test('is away if the first heartbeat is old, or there is none', () => {
    ear.hear({ seenAt: NOW - SEEN_MS });
    ear.hear({});
    expect(looks()).toEqual(['away', 'away']);
  });

  test('looks the same when invisible as when gone', () => {
    ear.hear({ seenAt: NOW });
    ear.hear({});
    const invisible = shown.at(-1);
    vi.advanceTimersByTime(SEEN_MS);
    ear.hear({ seenAt: NOW });
    vi.advanceTimersByTime(SEEN_MS);
    expect(shown.at(-1)).toEqual(invisible);
  });

  test.each([
    ['behind', 3600_000],
    ['ahead', -3600_000],
  ])('is online from the second heartbeat even if this clock is an hour %s, and not for longer', (_, offsetMs) => {
    ear.hear({ seenAt: NOW + offsetMs });
    vi.advanceTimersByTime(HEARTBEAT_MS);
    ear.hear({ seenAt: NOW + offsetMs + HEARTBEAT_MS });
    expect(looks().at(-1)).toBe('online');
    vi.advanceTimersByTime(SEEN_MS);
    expect(looks().at(-1)).toBe('away');
  });
});

describe('a status', () => {
  test('disappears when it ends, without any news', () => {
    ear.hear({ status: 'Back at noon', statusUntil: NOW + 60_000 });
    expect(shown.at(-1)?.status).toBe('Back at noon');
    vi.advanceTimersByTime(60_000);
    expect(shown.at(-1)?.status).toBe('');
  });

  test('that ends in a year stays, without a loop', () => {
    ear.hear({ status: 'On sabbatical', statusUntil: NOW + 365 * 86_400_000 });
    vi.advanceTimersByTime(100 * 86_400_000);
    expect(shown.at(-1)?.status).toBe('On sabbatical');
    expect(shown.length).toBeLessThan(10);
  });
});
