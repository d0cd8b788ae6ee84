import type { ConversationDocument, Filing, Status } from '@foyer/domain/conversation';
import { serverTimestamp, Timestamp } from 'firebase/firestore';

/** What a manager decides about a conversation, with times as this browser needs them. A new field of `Filing` needs nothing here. */
export interface Standing extends Filing {
  /** Of a snoozed conversation, in ms since 1970; else `null`. */
  snoozedUntilMs: number | null;
  isBlocked: boolean;
}

type StatusChange =
  | { status?: Exclude<Status, 'snoozed'>; snoozedUntilMs?: never }
  /** In ms since 1970. */
  | { status: 'snoozed'; snoozedUntilMs: number };

/** A change of how a conversation stands, as data. What is not named stays as it is. */
export type Change = StatusChange & Partial<Omit<Standing, 'status' | 'snoozedUntilMs'>>;

export function standingOf({
  snoozedUntil,
  blockedAt,
  ...filing
}: Filing & Pick<ConversationDocument<Timestamp>, 'snoozedUntil' | 'blockedAt'>): Standing {
  return { ...filing, snoozedUntilMs: snoozedUntil?.toMillis() ?? null, isBlocked: blockedAt !== null };
}

/** A change as fields of the stored document. Only a snoozed conversation keeps a time to wake. */
export function storedChange({ snoozedUntilMs, isBlocked, ...filing }: Change) {
  return {
    ...filing,
    ...(filing.status === undefined ? {} : { snoozedUntil: snoozedUntilMs === undefined ? null : Timestamp.fromMillis(snoozedUntilMs) }),
    ...(isBlocked === undefined ? {} : { blockedAt: isBlocked ? serverTimestamp() : null }),
  };
}

/** What undoes a change of a conversation that stood as `before` says. A snooze that has ended meanwhile becomes open. */
export function takingBack(before: Standing, { status, snoozedUntilMs: _, ...others }: Change, nowMs: number): Change {
  const changed = Object.keys(others) as (keyof typeof others)[];
  return {
    ...(status === undefined ? {} : statusAgain(before, nowMs)),
    ...Object.fromEntries(changed.map((field) => [field, before[field]])),
  };
}

function statusAgain({ status, snoozedUntilMs }: Standing, nowMs: number): StatusChange {
  if (status !== 'snoozed') return { status };
  return snoozedUntilMs !== null && snoozedUntilMs > nowMs ? { status, snoozedUntilMs } : { status: 'open' };
}

/**
 * The part of `back`, which undoes `change`, that loses nothing newer: a field that was changed again since stays as it is, and a
 * conversation in which the visitor has written since (`hasNews`) is not put away again.
 */
export function withoutNewer(back: Change, change: Change, current: Standing, hasNews: boolean): Change {
  const { status, snoozedUntilMs: _, ...others } = back;
  const kept = Object.entries(others).filter(([field]) => sameField(field, change, current));
  return {
    ...(status !== undefined && isStatusLeft(change, current) && !(hasNews && status !== 'open') ? statusOf(back) : {}),
    ...Object.fromEntries(kept),
  };
}

function sameField(field: string, change: Change, current: Standing): boolean {
  return change[field as keyof Change] === current[field as keyof Standing];
}

function isStatusLeft(change: Change, current: Standing): boolean {
  return change.status === current.status && (change.snoozedUntilMs ?? null) === current.snoozedUntilMs;
}

function statusOf({ status, snoozedUntilMs }: Change): StatusChange {
  if (status === 'snoozed') return snoozedUntilMs === undefined ? {} : { status, snoozedUntilMs };
  return status === undefined ? {} : { status };
}
