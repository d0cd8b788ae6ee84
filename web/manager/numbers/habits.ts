import { medianWait } from '@foyer/domain/wait-histogram';
import type { Day } from './period.ts';

/** How the first replies of some days went, and when people write. */
export interface FirstReplies {
  count: number;
  /** In ms; `0` means less than a minute, `null` that nobody waited. */
  median: number | null;
}

export function firstRepliesOf(days: readonly Day[]): FirstReplies {
  return {
    count: days.reduce((sum, { counted }) => sum + (counted.firstReplies ?? 0), 0),
    median: medianWait(days.map(({ counted }) => counted.waited ?? {})),
  };
}

/** The visitors' messages by hour, midnight first. */
export function hoursOf(days: readonly Day[]): number[] {
  return Array.from({ length: 24 }, (_, hour) => {
    const key = String(hour).padStart(2, '0');
    return days.reduce((sum, { counted }) => sum + (counted.hours?.[key] ?? 0), 0);
  });
}

/** Whether these days have messages from before first replies and hours were counted; then, the first day that has them, if any. */
export function gapOf(days: readonly Day[]): { countedFrom: string | null } | null {
  const isMissing = ({ counted }: Day) => (counted.messages || counted.replies) && counted.firstReplies === undefined;
  if (!days.some(isMissing)) return null;
  return { countedFrom: days.find(({ counted }) => counted.firstReplies !== undefined)?.name ?? null };
}

export type RoughWait = { unit: 'minutes' | 'hours' | 'days'; count: number } | 'under-a-minute';

/** A wait as precisely as its buckets allow: to five minutes up to an hour and a half, then in hours or days. */
export function roughWait(ms: number): RoughWait {
  const minutes = ms / 60_000;
  if (minutes < 1) return 'under-a-minute';
  if (minutes < 10) return { unit: 'minutes', count: Math.round(minutes) };
  if (minutes < 90) return { unit: 'minutes', count: 5 * Math.round(minutes / 5) };
  if (minutes < 36 * 60) return { unit: 'hours', count: Math.round(minutes / 60) };
  return { unit: 'days', count: Math.round(minutes / (24 * 60)) };
}
