import { CONVERSATION_DEFAULTS } from '@foyer/domain/conversation-versions';
import { Timestamp } from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { type Change, type Standing, standingOf, storedChange, takingBack } from './standing.ts';

const nowMs = new Date('2026-03-11T12:00:00').getTime();
const standing = standingOf(CONVERSATION_DEFAULTS);

describe('taking a change back', () => {
  it('restores what was changed and nothing else', () => {
    const before: Standing = { ...standing, tray: 'requests' };
    expect(takingBack(before, { tray: 'spam' }, nowMs)).toEqual({ tray: 'requests' });
    expect(takingBack(before, { isBlocked: true, status: 'archived' }, nowMs)).toEqual({ status: 'open', isBlocked: false });
  });

  it('restores a snooze, unless it has ended meanwhile', () => {
    const archive: Change = { status: 'archived' };
    const snoozed = (untilMs: number): Standing => ({ ...standing, status: 'snoozed', snoozedUntilMs: untilMs });
    expect(takingBack(snoozed(nowMs + 1), archive, nowMs)).toEqual({ status: 'snoozed', snoozedUntilMs: nowMs + 1 });
    expect(takingBack(snoozed(nowMs), archive, nowMs)).toEqual({ status: 'open' });
  });
});

describe('a stored change', () => {
  it('names a status and a time to wake together', () => {
    expect(storedChange({ status: 'snoozed', snoozedUntilMs: nowMs })).toEqual({
      status: 'snoozed',
      snoozedUntil: Timestamp.fromMillis(nowMs),
    });
    expect(storedChange({ status: 'archived' })).toEqual({ status: 'archived', snoozedUntil: null });
  });

  it('leaves out what does not change', () => {
    expect(storedChange({ tray: 'spam' })).toEqual({ tray: 'spam' });
    expect(storedChange({ isBlocked: false })).toEqual({ blockedAt: null });
  });
});
