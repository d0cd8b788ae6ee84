import type { ConversationDocument, Status, Tray } from '@foyer/domain/conversation';
import { serverTimestamp, Timestamp } from 'firebase/firestore';

/** What a manager decides about a conversation. This file is the one place that reads, stores and restores it: a new field is added here. */
export interface Standing {
  status: Status;
  /** Of a snoozed conversation, in ms since 1970; else `null`. */
  snoozedUntilMs: number | null;
  tray: Tray;
  isBlocked: boolean;
}

type StatusChange =
  | { status?: Exclude<Status, 'snoozed'>; snoozedUntilMs?: never }
  /** In ms since 1970. */
  | { status: 'snoozed'; snoozedUntilMs: number };

/** A change of how a conversation stands, as data. What is not named stays as it is. */
export type Change = StatusChange & Partial<Omit<Standing, 'status' | 'snoozedUntilMs'>>;

export function standingOf({ status, snoozedUntil, tray, blockedAt }: ConversationDocument<Timestamp>): Standing {
  return { status, snoozedUntilMs: snoozedUntil?.toMillis() ?? null, tray, isBlocked: blockedAt !== null };
}

/** A change as fields of the stored document. Only a snoozed conversation keeps a time to wake. */
export function storedChange(change: Change) {
  const { tray, isBlocked } = change;
  return {
    ...(change.status === undefined
      ? {}
      : { status: change.status, snoozedUntil: change.status === 'snoozed' ? Timestamp.fromMillis(change.snoozedUntilMs) : null }),
    ...(tray === undefined ? {} : { tray }),
    ...(isBlocked === undefined ? {} : { blockedAt: isBlocked ? serverTimestamp() : null }),
  };
}

/** What undoes a change of a conversation that stood as `before` says. A snooze that has ended meanwhile becomes open. */
export function takingBack(before: Standing, change: Change, nowMs: number): Change {
  return {
    ...(change.status === undefined ? {} : statusAgain(before, nowMs)),
    ...(change.tray === undefined ? {} : { tray: before.tray }),
    ...(change.isBlocked === undefined ? {} : { isBlocked: before.isBlocked }),
  };
}

function statusAgain({ status, snoozedUntilMs }: Standing, nowMs: number): StatusChange {
  if (status !== 'snoozed') return { status };
  return snoozedUntilMs !== null && snoozedUntilMs > nowMs ? { status, snoozedUntilMs } : { status: 'open' };
}
