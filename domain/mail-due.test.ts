import { describe, expect, test } from 'vitest';
import { mailDueAt } from './mail-due.ts';

const due = (zone: string, now: string) => new Date(mailDueAt('day', zone, Date.parse(now)) ?? 0).toISOString();

describe('a mail about a waiting message', () => {
  test('is due after the chosen time, or never', () => {
    expect(mailDueAt('never', 'UTC', 0)).toBeNull();
    expect(mailDueAt('quarter-hour', 'UTC', 5)).toBe(15 * 60_000 + 5);
    expect(mailDueAt('hour', 'UTC', 5)).toBe(3600_000 + 5);
  });

  test.each([
    ['UTC', '2026-11-28T07:59:59Z', '2026-11-28T08:00:00.000Z'],
    ['UTC', '2026-11-28T08:00:00Z', '2026-11-29T08:00:00.000Z'],
    ['Europe/Berlin', '2026-11-28T12:00:00Z', '2026-11-29T07:00:00.000Z'],
    ['America/Los_Angeles', '2026-11-28T12:00:00Z', '2026-11-28T16:00:00.000Z'],
    ['Asia/Kathmandu', '2026-11-28T12:00:00Z', '2026-11-29T02:15:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-28T17:59:00Z', '2026-11-28T18:00:00.000Z'],
    ['Europe/Atlantis', '2026-11-28T12:00:00Z', '2026-11-29T08:00:00.000Z'],
  ])('once a day is at eight in %s: %s', (zone, now, expected) => expect(due(zone, now)).toBe(expected));

  test.each([
    ['spring', '2026-03-28T12:00:00Z', '2026-03-29T06:00:00.000Z'],
    ['the day after spring', '2026-03-29T12:00:00Z', '2026-03-30T06:00:00.000Z'],
    ['autumn', '2026-10-24T12:00:00Z', '2026-10-25T07:00:00.000Z'],
    ['the day after autumn', '2026-10-25T12:00:00Z', '2026-10-26T07:00:00.000Z'],
  ])('is at eight on the clock when clocks change in %s', (_, now, expected) => expect(due('Europe/Berlin', now)).toBe(expected));

  test('is within a day and an hour, and in the future, every quarter of an hour of a year', () => {
    for (let now = Date.parse('2026-01-01T00:07:00Z'); now < Date.parse('2027-01-01T00:00:00Z'); now += 7 * 3600_000) {
      for (const zone of ['America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca']) {
        const waitMs = (mailDueAt('day', zone, now) ?? 0) - now;
        expect(waitMs).toBeGreaterThan(0);
        expect(waitMs).toBeLessThanOrEqual(25 * 3600_000);
      }
    }
  });
});
