import { z } from 'zod';
import { endpoint, WRITE_PROBLEMS } from './endpoint.ts';
import type { FaultCode } from './fault.ts';
import { SECTION_KINDS, type SectionKind } from './profile.ts';
import { Slug } from './schema.ts';
import type { WaitHistogram } from './wait-histogram.ts';

export type StartKind = Extract<SectionKind, 'projects' | 'services'>;

/** A page's counts for one day in its manager's time zone. Missing means 0. Contains nothing about a person. */
export interface DayStatistics {
  views?: number;
  sections?: Partial<Record<SectionKind, number>>;
  conversations?: number;
  startedFrom?: Partial<Record<StartKind, number>>;
  /** First messages included. */
  messages?: number;
  replies?: number;
  /** Replies that someone was waiting for. Absent on days that were counted before it and the next two fields existed. */
  firstReplies?: number;
  /** How long they waited for these. */
  waited?: WaitHistogram;
  /** `messages` by the hour in the manager's zone, `00` to `23`. */
  hours?: Readonly<Record<string, number>>;
}

/** One stored month; its days by number: `01` to `31`. */
export interface MonthStatistics {
  days: Record<string, DayStatistics>;
}

/** How long a visitor waited for a reply, and when it came. `T` is the store's type of time. */
export interface StoredWait<T> {
  at: T;
  waitedMs: number;
}

/** Oldest first. */
export interface WaitsDocument<T> {
  waits: StoredWait<T>[];
}

export const countViewEndpoint = endpoint({
  method: 'POST',
  path: '/api/views',
  summary: 'Count a page view',
  description:
    'Counts one view of a page, and which of its sections were visible. Nothing about the visitor is stored, and the answer doesn’t say whether the view was counted.',
  caller: 'anyone',
  body: z.strictObject({
    slug: Slug,
    sections: z
      .array(z.enum(SECTION_KINDS))
      .max(SECTION_KINDS.length)
      .refine((kinds) => new Set(kinds).size === kinds.length, 'duplicate' satisfies FaultCode),
  }),
  answer: null,
  problems: ['sending-paused', 'busy', ...WRITE_PROBLEMS],
});
