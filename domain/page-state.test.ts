import { expect, test } from 'vitest';
import { isOffline, isOpen, noticeOfPage, PAGE_SECONDS, type PageState, pauseAt, secondsFresh } from './page-state.ts';

const at = (ms: number) => ({ toMillis: () => ms });
type Time = ReturnType<typeof at>;
const paused: PageState<Time> = { pause: { sentence: 'At sea.', backOn: '2026-12-12', until: at(1000) } };

test('a page without any of the fields is open, takes messages and stays', () => {
  expect([isOpen({}), isOffline({}), pauseAt({}, 0), noticeOfPage({}, 0)]).toEqual([true, false, null, {}]);
});

test.each<[string, PageState<Time>, boolean, boolean]>([
  ['paused', paused, true, false],
  ['taken offline', { offlineAt: at(1) }, false, true],
  ['leaving', { deletionDueAt: at(1) }, false, true],
  ['closed', { closed: { reason: 'account-disabled', at: at(1) } }, false, false],
  ['offline and closed', { offlineAt: at(1), closed: { reason: 'account-deleted', at: at(2) } }, false, false],
])('a page that is %s', (_, page, open, offline) => {
  expect([isOpen(page), isOffline(page)]).toEqual([open, offline]);
});

test('a pause ends at its time, and one without an end does not', () => {
  expect(pauseAt(paused, 999)).toEqual({ sentence: 'At sea.', backOn: '2026-12-12', until: 1000 });
  expect(pauseAt(paused, 1000)).toBeNull();
  expect(pauseAt({ pause: { sentence: '', backOn: null, until: null } }, Number.MAX_SAFE_INTEGER)).toEqual({
    sentence: '',
    backOn: null,
    until: null,
  });
});

test('an answer is never cached beyond the end of a pause', () => {
  const until = 1_000_000;
  const pause = { sentence: '', backOn: '2026-12-12', until };
  expect([0, until - 10_999, until - 1].map((now) => secondsFresh(pause, now))).toEqual([PAGE_SECONDS, 10, 1]);
  expect([secondsFresh(null, 0), secondsFresh({ ...pause, until: null }, 0)]).toEqual([PAGE_SECONDS, PAGE_SECONDS]);
});

test('visitors learn when their conversation ends', () => {
  expect(noticeOfPage({ ...paused, deletionDueAt: at(5000) }, 0)).toMatchObject({
    isOffline: true,
    endsAt: 5000,
    pause: { backOn: '2026-12-12' },
  });
});
