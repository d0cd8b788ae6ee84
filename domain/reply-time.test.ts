import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REPLY_TIMES } from './availability.ts';
import { REPLY_BOUNDS_MS, usualReply, WAITS_KEPT_MS, WAITS_MIN, type Wait, waitsIn } from './reply-time.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const MINUTE_MS = 60_000;
const rank = (waits: readonly Wait[], nowMs = NOW) => {
  const reply = usualReply(waits, nowMs);
  return reply === null ? REPLY_TIMES.length : REPLY_TIMES.indexOf(reply.usually);
};
const all = (...minutes: number[]): Wait[] => minutes.map((each, index) => ({ at: NOW - index * MINUTE_MS, waitedMs: each * MINUTE_MS }));

const someWait = fc.record({
  at: fc.integer({ min: NOW - WAITS_KEPT_MS + 1, max: NOW }),
  waitedMs: fc.integer({ min: 0, max: 8 * 24 * 3600_000 }),
});
const enough = fc.array(someWait, { minLength: WAITS_MIN, maxLength: 50 });

describe('the usual reply time', () => {
  test('is unknown with four waits and known with five', () => {
    expect(usualReply(all(1, 1, 1, 1), NOW)).toBeNull();
    expect(usualReply(all(1, 1, 1, 1, 1), NOW)?.usually).toBe('hour');
  });

  test.each([
    [[60, 60, 60, 60, 9999], 'hour'],
    [[61, 61, 61, 61, 1], 'hours'],
    [[1, 1, 1, 241, 241], 'day'],
    [[1441, 1441, 1441, 1441, 1441], 'days'],
  ] as const)('of %j minutes is "%s"', (minutes, usually) => expect(usualReply(all(...minutes), NOW)?.usually).toBe(usually));

  test('is not shown if it exceeds some days', () => expect(usualReply(all(8000, 8000, 8000, 8000, 8000), NOW)).toBeNull());

  test('is never better than three of four visitors experienced', () => {
    fc.assert(
      fc.property(enough, (waits) => {
        const reply = usualReply(waits, NOW);
        if (reply === null) return;
        const within = waits.filter(({ waitedMs }) => waitedMs <= REPLY_BOUNDS_MS[reply.usually]);
        expect(within.length / waits.length).toBeGreaterThanOrEqual(0.75);
      }),
    );
  });

  test('does not depend on the order, and no longer wait improves it', () => {
    fc.assert(
      fc.property(enough, fc.nat({ max: 49 }), fc.nat({ max: 1_000_000_000 }), (waits, index, more) => {
        expect(usualReply(waits.toReversed(), NOW)).toEqual(usualReply(waits, NOW));
        const longer = waits.map((wait, at) => (at === index ? { ...wait, waitedMs: wait.waitedMs + more } : wait));
        expect(rank(longer)).toBeGreaterThanOrEqual(rank(waits));
      }),
    );
  });

  test('ignores waits older than sixty days', () => {
    fc.assert(
      fc.property(enough, enough, (waits, others) => {
        const old = others.map((wait) => ({ ...wait, at: wait.at - WAITS_KEPT_MS }));
        expect(usualReply([...old, ...waits], NOW)).toEqual(usualReply(waits, NOW));
      }),
    );
  });

  test('is valid exactly until too few waits are left', () => {
    fc.assert(
      fc.property(enough, (waits) => {
        const reply = usualReply(waits, NOW);
        if (reply === null) return;
        const left = (nowMs: number) => waits.filter(({ at }) => at > nowMs - WAITS_KEPT_MS).length;
        expect(left(reply.until - 1)).toBeGreaterThanOrEqual(WAITS_MIN);
        expect(left(reply.until)).toBeLessThan(WAITS_MIN);
      }),
    );
  });
});

describe('a wait', () => {
  const said = (spelled: string) =>
    [...spelled].map((letter, index) => ({ sender: letter === 'v' ? 'visitor' : 'manager', at: index }) as const);

  test.each([
    ['vm', null, [[1, 1]]],
    ['vvvm', null, [[3, 3]]],
    ['vmm', null, [[1, 1]]],
    [
      'vmvm',
      null,
      [
        [1, 1],
        [3, 1],
      ],
    ],
    ['m', null, []],
    ['vv', null, []],
    ['m', -7, [[0, 7]]],
    ['vm', -7, [[1, 8]]],
  ] as const)('in "%s" with someone waiting since %s lasts from first unanswered message to reply', (spelled, since, waits) => {
    expect(waitsIn(said(spelled), since).map(({ at, waitedMs }) => [at, waitedMs])).toEqual(waits);
  });

  test('is the same however the messages are split in two', () => {
    const messages = fc.array(fc.constantFrom('v', 'm'), { maxLength: 30 }).map((letters) => said(letters.join('')));
    fc.assert(
      fc.property(messages, fc.nat({ max: 30 }), (whole, cut) => {
        const [before, after] = [whole.slice(0, cut), whole.slice(cut)];
        const answered = before.findLastIndex(({ sender }) => sender === 'manager');
        const since = before[answered + 1]?.at ?? null;
        expect([...waitsIn(before, null), ...waitsIn(after, since)]).toEqual(waitsIn(whole, null));
      }),
    );
  });
});
