import type { ConversationDocument, Filing, Status } from '@foyer/domain/conversation';
import { nameTermsOf } from '@foyer/domain/message-terms';
import { arrayRemove, arrayUnion, serverTimestamp, Timestamp } from 'firebase/firestore';

/** What a manager decides about a conversation, with times in ms. A new field of `Filing` needs no change here. */
export interface ConversationState extends Filing {
  /** Of a snoozed conversation, in ms since 1970; else `null`. */
  snoozedUntilMs: number | null;
  isBlocked: boolean;
}

type StatusChange =
  | { status?: Exclude<Status, 'snoozed'>; snoozedUntilMs?: never }
  /** In ms since 1970. */
  | { status: 'snoozed'; snoozedUntilMs: number };

/** A label that is added to a conversation's labels or removed from them. The others stay, also those that another tab changes meanwhile. */
export interface LabelSwitch {
  id: string;
  isOn: boolean;
}

/** A change of a conversation's state. Fields that are absent stay as they are. */
export type Change = StatusChange & Partial<Omit<ConversationState, 'status' | 'snoozedUntilMs' | 'labels'>> & { label?: LabelSwitch };

/** A conversation's state after a change. */
export function afterChange(before: ConversationState, { label, ...change }: Change): ConversationState {
  const others = before.labels.filter((id) => id !== label?.id);
  return { ...before, ...change, ...(label && { labels: label.isOn ? [...others, label.id] : others }) } as ConversationState;
}

export function stateOf({
  snoozedUntil,
  blockedAt,
  ...filing
}: Filing & Pick<ConversationDocument<Timestamp>, 'snoozedUntil' | 'blockedAt'>): ConversationState {
  return { ...filing, snoozedUntilMs: snoozedUntil?.toMillis() ?? null, isBlocked: blockedAt !== null };
}

/**
 * A change as fields of the stored document. Only a snoozed conversation has `snoozedUntil`. Marked as unread, it has one unread message.
 * Search finds a name by its terms.
 */
export function storedChange({ snoozedUntilMs, isBlocked, label, ...filing }: Change) {
  return {
    ...filing,
    ...(filing.status === undefined ? {} : { snoozedUntil: snoozedUntilMs === undefined ? null : Timestamp.fromMillis(snoozedUntilMs) }),
    ...(filing.isUnread === undefined ? {} : { unread: filing.isUnread ? 1 : 0 }),
    ...(filing.alias === undefined ? {} : { aliasTerms: nameTermsOf(filing.alias) }),
    ...(label === undefined ? {} : { labels: label.isOn ? arrayUnion(label.id) : arrayRemove(label.id) }),
    ...(isBlocked === undefined ? {} : { blockedAt: isBlocked ? serverTimestamp() : null }),
  };
}

/** The change that restores `before`. A snooze that has ended in the meantime becomes open. */
export function takingBack(before: ConversationState, { status, snoozedUntilMs: _, label, ...others }: Change, nowMs: number): Change {
  const changed = Object.keys(others) as (keyof typeof others)[];
  return {
    ...(status === undefined ? {} : statusAgain(before, nowMs)),
    ...(label && before.labels.includes(label.id) !== label.isOn ? { label: { ...label, isOn: !label.isOn } } : {}),
    ...Object.fromEntries(changed.map((field) => [field, before[field]])),
  };
}

function statusAgain({ status, snoozedUntilMs }: ConversationState, nowMs: number): StatusChange {
  if (status !== 'snoozed') return { status };
  return snoozedUntilMs !== null && snoozedUntilMs > nowMs ? { status, snoozedUntilMs } : { status: 'open' };
}

/**
 * The part of `back`, which undoes `change`, that overwrites nothing newer: a field that changed again stays as it is, and a conversation
 * in which the visitor has written since (`hasNews`) is not archived or snoozed again.
 */
export function withoutNewer(back: Change, change: Change, current: ConversationState, hasNews: boolean): Change {
  const { status, snoozedUntilMs: _, label, ...others } = back;
  const kept = Object.entries(others).filter(([field]) => sameField(field, change, current));
  return {
    ...(status !== undefined && isStatusLeft(change, current) && !(hasNews && status !== 'open') ? statusOf(back) : {}),
    ...(label && change.label && current.labels.includes(label.id) === change.label.isOn ? { label } : {}),
    ...Object.fromEntries(kept),
  };
}

function sameField(field: string, change: Change, current: ConversationState): boolean {
  return change[field as keyof Change] === current[field as keyof ConversationState];
}

function isStatusLeft(change: Change, current: ConversationState): boolean {
  return change.status === current.status && (change.snoozedUntilMs ?? null) === current.snoozedUntilMs;
}

function statusOf({ status, snoozedUntilMs }: Change): StatusChange {
  if (status === 'snoozed') return snoozedUntilMs === undefined ? {} : { status, snoozedUntilMs };
  return status === undefined ? {} : { status };
}
