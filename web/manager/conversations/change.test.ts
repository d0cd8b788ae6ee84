import { describe, expect, it } from 'vitest';
import type { Change } from './acts.ts';
import { sentenceOf, takingBack } from './change.ts';

const nowMs = new Date('2026-03-11T12:00:00').getTime();
const standing = { status: 'open', snoozedUntilMs: null, tray: 'inbox', isBlocked: false } as const;

describe('taking a change back', () => {
  it('restores what was changed and nothing else', () => {
    const before = { ...standing, tray: 'requests' } as const;
    expect(takingBack(before, { tray: 'spam' }, nowMs)).toEqual({ tray: 'requests' });
    expect(takingBack(before, { isBlocked: true, status: 'closed', snoozedUntilMs: null }, nowMs)).toEqual({
      status: 'open',
      snoozedUntilMs: null,
      isBlocked: false,
    });
  });

  it('restores a snooze, unless it has run out meanwhile', () => {
    const close: Change = { status: 'closed', snoozedUntilMs: null };
    const snoozed = (untilMs: number) => ({ ...standing, status: 'snoozed', snoozedUntilMs: untilMs }) as const;
    expect(takingBack(snoozed(nowMs + 1), close, nowMs)).toEqual({ status: 'snoozed', snoozedUntilMs: nowMs + 1 });
    expect(takingBack(snoozed(nowMs), close, nowMs)).toEqual({ status: 'open', snoozedUntilMs: null });
  });
});

it('says each change in a sentence of its own', () => {
  const changes: Change[] = [
    { status: 'closed', snoozedUntilMs: null },
    { status: 'open', snoozedUntilMs: null },
    { status: 'snoozed', snoozedUntilMs: nowMs + 86_400_000 },
    { status: 'open', snoozedUntilMs: null, tray: 'inbox' },
    { tray: 'spam' },
    { status: 'closed', snoozedUntilMs: null, isBlocked: true },
    { status: 'closed', snoozedUntilMs: null, isBlocked: true, tray: 'spam' },
    { isBlocked: false },
  ];
  const said = changes.map((change) => sentenceOf(standing, change, nowMs));
  expect(new Set(said).size).toBe(changes.length);
  for (const sentence of said) expect(sentence).toMatch(/^[A-Z].*\.$/);
});
