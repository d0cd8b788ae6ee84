import type { ReplyTime } from './availability.ts';
import { isFromManager, isFromVisitor, type ParticipantId } from './participant.ts';

/** How long a visitor waited for a reply, and when it came, in ms since 1970. */
export interface Wait {
  at: number;
  waitedMs: number;
}

export interface UsualReply {
  usually: ReplyTime;
  until: number;
}

const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;
/** How many waits are stored, and how long they count. */
export const WAITS_MAX = 50;
export const WAITS_KEPT_MS = 60 * DAY_MS;
/** Fewer waits show no habit. */
export const WAITS_MIN = 5;
/** Three of four replies came within the time that the page states. */
const SHARE = 0.75;

/** The longest wait that each label covers. Beyond the last one the page shows nothing: it would put visitors off. */
export const REPLY_BOUNDS_MS: Readonly<Record<ReplyTime, number>> = {
  hour: HOUR_MS,
  hours: 4 * HOUR_MS,
  day: DAY_MS,
  days: 5 * DAY_MS,
};

/**
 * How soon a manager usually replies: the 75th percentile of the last 60 days' waits (nearest rank), as a label. `null` with fewer than
 * five waits, or if it exceeds some days. Nights and weekends count, because visitors wait through them.
 */
export function usualReply(waits: readonly Wait[], nowMs: number): UsualReply | null {
  const fresh = freshWaits(waits, nowMs);
  if (fresh.length < WAITS_MIN) return null;
  const byLength = fresh.map(({ waitedMs }) => waitedMs).sort((one, other) => one - other);
  const wait = byLength[Math.ceil(byLength.length * SHARE) - 1] ?? 0;
  const usually = BY_LENGTH.find((name) => wait <= REPLY_BOUNDS_MS[name]);
  // It expires when too few waits are left.
  const fifthLatest = fresh.map(({ at }) => at).sort((one, other) => other - one)[WAITS_MIN - 1] ?? 0;
  return usually ? { usually, until: fifthLatest + WAITS_KEPT_MS } : null;
}

export function freshWaits<W extends Wait>(waits: readonly W[], nowMs: number): W[] {
  return waits.filter(({ at }) => at > nowMs - WAITS_KEPT_MS);
}

/** From the first unanswered message to the reply, oldest first. `waitingSince`: the start, if it was before these messages. */
export function waitsIn(messages: readonly { sender: ParticipantId; at: number }[], waitingSince: number | null): Wait[] {
  const waits: Wait[] = [];
  let since = waitingSince;
  for (const { at, ...message } of messages) {
    if (isFromVisitor(message)) since ??= at;
    else if (since !== null && isFromManager(message)) {
      waits.push({ at, waitedMs: at - since });
      since = null;
    }
  }
  return waits;
}

const BY_LENGTH = ['hour', 'hours', 'day', 'days'] as const satisfies readonly ReplyTime[];
