import { CONVERSATION_DEFAULTS } from '@foyer/domain/conversation-versions';
import { arrayRemove, arrayUnion, Timestamp } from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { afterChange, type Change, type ConversationState, stateOf, storedChange, takingBack, withoutNewer } from './conversation-state.ts';

const nowMs = new Date('2026-03-11T12:00:00').getTime();
const standing = stateOf(CONVERSATION_DEFAULTS);

describe('undoing a change', () => {
  it('restores what was changed and nothing else', () => {
    const before: ConversationState = { ...standing, tray: 'requests' };
    expect(takingBack(before, { tray: 'spam' }, nowMs)).toEqual({ tray: 'requests' });
    expect(takingBack(before, { isBlocked: true, status: 'archived' }, nowMs)).toEqual({ status: 'open', isBlocked: false });
  });

  it('restores a snooze, unless it has ended by now', () => {
    const archive: Change = { status: 'archived' };
    const snoozed = (untilMs: number): ConversationState => ({ ...standing, status: 'snoozed', snoozedUntilMs: untilMs });
    expect(takingBack(snoozed(nowMs + 1), archive, nowMs)).toEqual({ status: 'snoozed', snoozedUntilMs: nowMs + 1 });
    expect(takingBack(snoozed(nowMs), archive, nowMs)).toEqual({ status: 'open' });
  });
});

describe('a label', () => {
  const added: Change = { label: { id: 'b2', isOn: true } };
  const removed: Change = { label: { id: 'a1', isOn: false } };
  const before: ConversationState = { ...standing, labels: ['a1'] };

  it('is added to the others, or removed from them', () => {
    expect(afterChange(before, added).labels).toEqual(['a1', 'b2']);
    expect(afterChange(before, removed).labels).toEqual([]);
    expect(afterChange(before, { pinned: true }).labels).toEqual(['a1']);
    expect(storedChange(added)).toEqual({ labels: arrayUnion('b2') });
    expect(storedChange(removed)).toEqual({ labels: arrayRemove('a1') });
  });

  it('is taken back only where it changed something', () => {
    expect(takingBack(before, added, nowMs)).toEqual({ label: { id: 'b2', isOn: false } });
    expect(takingBack(before, removed, nowMs)).toEqual({ label: { id: 'a1', isOn: true } });
    expect(takingBack({ ...before, labels: ['a1', 'b2'] }, added, nowMs)).toEqual({});
  });

  it('is not taken back if it was changed again', () => {
    const back = takingBack(before, added, nowMs);
    expect(withoutNewer(back, added, { ...before, labels: ['a1', 'b2', 'c3'] }, false)).toEqual(back);
    expect(withoutNewer(back, added, before, false)).toEqual({});
  });
});

describe('undoing an act on a conversation that has changed since', () => {
  const archived: Change = { status: 'archived' };
  const current = (more: Partial<ConversationState> = {}): ConversationState => ({ ...standing, status: 'archived', ...more });

  it('restores everything if nothing has changed', () => {
    expect(withoutNewer({ status: 'open' }, archived, current(), false)).toEqual({ status: 'open' });
    const back: Change = { status: 'snoozed', snoozedUntilMs: nowMs + 1, isMuted: false };
    expect(withoutNewer(back, { ...archived, isMuted: true }, current({ isMuted: true }), false)).toEqual(back);
  });

  it('keeps a newer status, and a newer snooze time', () => {
    const snoozed = current({ status: 'snoozed', snoozedUntilMs: nowMs + 2 });
    expect(withoutNewer({ status: 'open' }, archived, snoozed, false)).toEqual({});
    expect(withoutNewer({ status: 'open' }, { status: 'snoozed', snoozedUntilMs: nowMs + 1 }, snoozed, false)).toEqual({});
  });

  it('keeps only the fields that changed again', () => {
    const back: Change = { status: 'open', isBlocked: false };
    expect(withoutNewer(back, { ...archived, isBlocked: true }, current({ isBlocked: false }), false)).toEqual({ status: 'open' });
  });

  it('does not archive a conversation if the visitor has written since', () => {
    const opened: Change = { status: 'open' };
    expect(withoutNewer({ status: 'archived' }, opened, current({ status: 'open' }), true)).toEqual({});
    expect(withoutNewer({ status: 'archived' }, opened, current({ status: 'open' }), false)).toEqual({ status: 'archived' });
    expect(withoutNewer({ tray: 'requests' }, { tray: 'inbox' }, current({ tray: 'inbox' }), true)).toEqual({ tray: 'requests' });
  });
});

describe('a stored change', () => {
  it('sets status and snooze time together', () => {
    expect(storedChange({ status: 'snoozed', snoozedUntilMs: nowMs })).toEqual({
      status: 'snoozed',
      snoozedUntil: Timestamp.fromMillis(nowMs),
    });
    expect(storedChange({ status: 'archived' })).toEqual({ status: 'archived', snoozedUntil: null });
  });

  it('sets the number of unread messages with whether there are any', () => {
    expect(storedChange({ isUnread: true })).toEqual({ isUnread: true, unread: 1 });
    expect(storedChange({ isUnread: false })).toEqual({ isUnread: false, unread: 0 });
  });

  it('has the search terms of a name with it, also to remove them', () => {
    expect(storedChange({ alias: 'Łucja' })).toEqual({ alias: 'Łucja', aliasTerms: ['lucja', 'luc'] });
    expect(storedChange({ alias: '' })).toEqual({ alias: '', aliasTerms: [] });
  });

  it('leaves out unchanged fields', () => {
    expect(storedChange({ tray: 'spam' })).toEqual({ tray: 'spam' });
    expect(storedChange({ isBlocked: false })).toEqual({ blockedAt: null });
  });
});
