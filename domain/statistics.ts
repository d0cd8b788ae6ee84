import { z } from 'zod';
import { endpoint, WRITE_PROBLEMS } from './endpoint.ts';
import { SECTION_KINDS, type SectionKind } from './profile.ts';
import { Slug } from './schema.ts';

/** What a visitor can ask about, so that a conversation begins there. */
export type StartKind = Extract<SectionKind, 'projects' | 'services'>;

/** What happened at a page in one day of its manager. What is missing is 0. Nothing here tells of a person. */
export interface DayStatistics {
  views?: number;
  /** Views in which a section was on the screen. */
  sections?: Partial<Record<SectionKind, number>>;
  conversations?: number;
  /** Of these, how many began at something of a section. */
  startedFrom?: Partial<Record<StartKind, number>>;
  /** The visitors' messages, first ones too. */
  messages?: number;
  /** The manager's. */
  replies?: number;
}

/** One month as it is stored; its days by their number: `01` to `31`. */
export interface MonthStatistics {
  days: Record<string, DayStatistics>;
}

/** How long a visitor waited for a reply, and when it came. `T` is the store's own type of time. */
export interface StoredWait<T> {
  at: T;
  waitedMs: number;
}

/** The latest waits of a manager's visitors, the oldest first. */
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
      .refine((kinds) => new Set(kinds).size === kinds.length, 'Each section is named once.'),
  }),
  answer: null,
  problems: ['sending-paused', 'busy', ...WRITE_PROBLEMS],
});
