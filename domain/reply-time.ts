import type { ReplyTime } from './availability.ts';
import { isFromManager, isFromVisitor, type ParticipantId } from './participant.ts';

/** How long a visitor waited for a reply, and when it came, in ms since 1970. */
export interface Wait {
  at: number;
  waitedMs: number;
}

/** What a page may say of its manager's replies, and until when. */
export interface UsualReply {
  usually: ReplyTime;
  until: number;
}

const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;
/** Waits that are remembered, and for how long they speak for somebody. */
export const WAITS_MAX = 50;
export const WAITS_KEPT_MS = 60 * DAY_MS;
/** Fewer say nothing of a habit. */
export const WAITS_MIN = 5;
/** Three of four replies came as soon as what is said, or sooner. */
const SHARE = 0.75;

/** What each promise may mean at most. Beyond the last one nothing is said: it would invite nobody. */
export const REPLY_BOUNDS_MS: Readonly<Record<ReplyTime, number>> = {
  hour: HOUR_MS,
  hours: 4 * HOUR_MS,
  day: DAY_MS,
  days: 5 * DAY_MS,
};

/**
 * How soon somebody usually replies: the 75th percentile of the waits of the last 60 days (nearest rank), in words. `null` where there are
 * fewer than five, or the wait is longer than some days. Nights and weekends count: it is what a visitor waits.
 */
export function usualReply(waits: readonly Wait[], nowMs: number): UsualReply | null {
  const fresh = freshWaits(waits, nowMs);
  if (fresh.length < WAITS_MIN) return null;
  const byLength = fresh.map(({ waitedMs }) => waitedMs).sort((one, other) => one - other);
  const wait = byLength[Math.ceil(byLength.length * SHARE) - 1] ?? 0;
  const usually = BY_LENGTH.find((name) => wait <= REPLY_BOUNDS_MS[name]);
  // From the day on which too few are left, it is no longer known.
  const fifthLatest = fresh.map(({ at }) => at).sort((one, other) => other - one)[WAITS_MIN - 1] ?? 0;
  return usually ? { usually, until: fifthLatest + WAITS_KEPT_MS } : null;
}

/** Those that still speak for somebody. */
export function freshWaits<W extends Wait>(waits: readonly W[], nowMs: number): W[] {
  return waits.filter(({ at }) => at > nowMs - WAITS_KEPT_MS);
}

/**
 * The waits that end in these messages of one conversation, the oldest message first. A wait goes from the first message that nobody has
 * answered to the reply; `waitingSince` is when it began, if it did before these messages.
 */
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
