import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Count } from './count-conversations.ts';
import { labelView, type View } from './view.ts';
import { COUNT_KEPT_MS, openViewCounts } from './view-counts.ts';

const TICK_MS = 30_000;

/** A dashboard whose clock ticks like the real one. `asked` has the views that were counted, in order. */
function openDashboard() {
  const asked: View[] = [];
  const isVisible = signal(true);
  const heard = signal<unknown>([]);
  const changes = signal<Record<string, number>>({});
  const now = signal(Date.now());
  const ticking = setInterval(() => {
    if (isVisible.value) now.value = Date.now();
  }, TICK_MS);
  let isOffline = false;
  let stored = 3;
  const counts = openViewCounts({
    isVisible,
    heard,
    changes,
    now,
    async count(view): Promise<Count> {
      asked.push(view);
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (isOffline) throw new Error('there is no connection');
      return { count: stored, isAtLeast: false };
    },
  });
  return {
    asked,
    counts,
    isVisible,
    shows: (view: View) => counts.of(view).value?.count,
    hear: () => {
      heard.value = [];
    },
    change: (...fields: string[]) => {
      changes.value = { ...changes.value, ...Object.fromEntries(fields.map((field) => [field, (changes.value[field] ?? 0) + 1])) };
    },
    store: (count: number) => {
      stored = count;
    },
    goOffline: () => {
      isOffline = true;
    },
    end: () => clearInterval(ticking),
  };
}

let dashboard: ReturnType<typeof openDashboard>;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  dashboard = openDashboard();
});
afterEach(() => {
  dashboard.end();
  vi.useRealTimers();
});

describe('the count of a view', () => {
  test('is asked when the view appears, and not while nothing changes', async () => {
    await pass(COUNT_KEPT_MS);
    expect(dashboard.asked).toEqual([]);
    expect(dashboard.shows('unread')).toBeUndefined();
    dashboard.counts.follow('unread');
    await pass(100);
    expect(dashboard.shows('unread')).toBe(3);
    await pass(10 * COUNT_KEPT_MS);
    expect(dashboard.asked).toEqual(['unread']);
  });

  test('is asked at most once a minute, however many messages arrive', async () => {
    dashboard.counts.follow('unread');
    for (let sinceMs = 0; sinceMs < 10 * COUNT_KEPT_MS; sinceMs += 1000) {
      dashboard.hear();
      await pass(1000);
    }
    // The first one, and one at most in each minute after it.
    expect(dashboard.asked.length).toBeGreaterThan(5);
    expect(dashboard.asked.length).toBeLessThanOrEqual(1 + 10);
  });

  test('includes a message that arrives after a quiet minute', async () => {
    dashboard.counts.follow('unread');
    await pass(5 * COUNT_KEPT_MS);
    dashboard.store(4);
    dashboard.hear();
    await pass(100);
    expect(dashboard.shows('unread')).toBe(4);
  });

  test('is not asked when the list is closed or the tab is hidden', async () => {
    const close = dashboard.counts.follow('unread');
    await pass(100);
    close();
    dashboard.hear();
    dashboard.change('isUnread');
    await pass(2 * COUNT_KEPT_MS);
    expect(dashboard.asked).toHaveLength(1);
    dashboard.counts.follow('unread');
    expect(dashboard.asked).toHaveLength(2);
    await pass(100);
    dashboard.isVisible.value = false;
    dashboard.hear();
    dashboard.change('isUnread');
    await pass(2 * COUNT_KEPT_MS);
    expect(dashboard.asked).toHaveLength(2);
    dashboard.isVisible.value = true;
    expect(dashboard.asked).toHaveLength(3);
  });

  test('is kept for a minute when the list is closed and opened again', async () => {
    dashboard.counts.follow('pinned')();
    await pass(COUNT_KEPT_MS / 2);
    dashboard.counts.follow('pinned')();
    expect(dashboard.shows('pinned')).toBe(3);
    expect(dashboard.asked).toHaveLength(1);
    await pass(COUNT_KEPT_MS);
    dashboard.counts.follow('pinned');
    expect(dashboard.asked).toHaveLength(2);
  });

  test('is asked right after an act that changes a field of the view, and of no other view', async () => {
    const views: View[] = ['unread', 'waiting', 'pinned', 'muted', 'snoozed', labelView('ab')];
    for (const view of views) dashboard.counts.follow(view);
    await pass(100);
    const after = async (...fields: string[]) => {
      dashboard.asked.length = 0;
      dashboard.change(...fields);
      await pass(100);
      return dashboard.asked;
    };
    expect(await after('pinned')).toEqual(['pinned']);
    expect(await after('isMuted')).toEqual(['muted']);
    expect(await after('isUnread', 'unread')).toEqual(['unread']);
    expect(await after('labels')).toEqual([labelView('ab')]);
    expect(await after('status', 'snoozedUntil')).toEqual(['waiting', 'snoozed']);
    expect(await after('alias', 'aliasTerms')).toEqual([]);
    expect((await after('tray')).sort()).toEqual(views.sort());
  });

  test('is asked again for acts during a count', async () => {
    dashboard.counts.follow('pinned');
    dashboard.store(5);
    dashboard.change('pinned');
    dashboard.change('pinned');
    await pass(1000);
    expect(dashboard.asked).toHaveLength(2);
    expect(dashboard.shows('pinned')).toBe(5);
  });

  test('stays as it was when it cannot be asked', async () => {
    dashboard.counts.follow('pinned');
    await pass(100);
    dashboard.goOffline();
    dashboard.change('pinned');
    await pass(100);
    expect(dashboard.asked).toHaveLength(2);
    expect(dashboard.shows('pinned')).toBe(3);
    await pass(10 * COUNT_KEPT_MS);
    expect(dashboard.asked).toHaveLength(2);
  });
});
