import { CONVERSATION_DEFAULTS } from '@foyer/domain/conversation-versions';
import { Timestamp } from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { type Change, type Standing, standingOf, storedChange, takingBack, withoutNewer } from './standing.ts';

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

describe('undoing an act on a conversation that changed since', () => {
  const archived: Change = { status: 'archived' };
  const current = (more: Partial<Standing> = {}): Standing => ({ ...standing, status: 'archived', ...more });

  it('restores everything where nothing has changed', () => {
    expect(withoutNewer({ status: 'open' }, archived, current(), false)).toEqual({ status: 'open' });
    const back: Change = { status: 'snoozed', snoozedUntilMs: nowMs + 1, isMuted: false };
    expect(withoutNewer(back, { ...archived, isMuted: true }, current({ isMuted: true }), false)).toEqual(back);
  });

  it('keeps a newer status, and a newer time of a snooze', () => {
    const snoozed = current({ status: 'snoozed', snoozedUntilMs: nowMs + 2 });
    expect(withoutNewer({ status: 'open' }, archived, snoozed, false)).toEqual({});
    expect(withoutNewer({ status: 'open' }, { status: 'snoozed', snoozedUntilMs: nowMs + 1 }, snoozed, false)).toEqual({});
  });

  it('keeps only the fields that changed again', () => {
    const back: Change = { status: 'open', isBlocked: false };
    expect(withoutNewer(back, { ...archived, isBlocked: true }, current({ isBlocked: false }), false)).toEqual({ status: 'open' });
  });

  it('puts no conversation away in which the visitor has written since', () => {
    const opened: Change = { status: 'open' };
    expect(withoutNewer({ status: 'archived' }, opened, current({ status: 'open' }), true)).toEqual({});
    expect(withoutNewer({ status: 'archived' }, opened, current({ status: 'open' }), false)).toEqual({ status: 'archived' });
    expect(withoutNewer({ tray: 'requests' }, { tray: 'inbox' }, current({ tray: 'inbox' }), true)).toEqual({ tray: 'requests' });
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
