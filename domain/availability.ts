import { z } from 'zod';
import { ALWAYS, INTERVALS_PER_DAY_MAX, isAllDay, overlapping } from './office-hours.ts';

/** `Mo` is 1, as in ISO 8601. */
const Weekday = z.int().min(1).max(7);
const Clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'A time is written as 09:30.');

const Interval = z
  .strictObject({ day: Weekday, from: Clock, to: Clock })
  .refine((interval) => interval.from !== interval.to || isAllDay(interval), {
    path: ['to'],
    message: 'Choose an end that differs from the start.',
  });

/**
 * When the manager is usually there, in their own time zone: always, or up to four intervals a day. One may end after midnight; a whole day
 * is from 00:00 to 00:00. No two overlap.
 */
export const OfficeHours = z.union([
  z.literal(ALWAYS),
  z
    .array(Interval)
    .max(7 * INTERVALS_PER_DAY_MAX)
    .superRefine((hours, context) => {
      for (const index of overlapping(hours))
        context.addIssue({ code: 'custom', path: [index, 'from'], message: 'These hours overlap others.' });
      for (const [index, { day }] of hours.entries()) {
        if (hours.slice(0, index).filter((earlier) => earlier.day === day).length < INTERVALS_PER_DAY_MAX) continue;
        context.addIssue({ code: 'custom', path: [index, 'from'], message: `A day can have up to ${INTERVALS_PER_DAY_MAX} intervals.` });
      }
    }),
]);
export type OfficeHours = z.output<typeof OfficeHours>;

/** An IANA time zone, as the machine at hand knows them. */
export const TimeZone = z
  .string()
  .max(60, { abort: true })
  .refine((zone) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
    } catch {
      return false;
    }
  }, 'This is not a time zone.');

/** How soon a manager usually replies, as a page says it: within an hour, some hours, a day, some days. */
export const REPLY_TIMES = ['hour', 'hours', 'day', 'days'] as const;
export type ReplyTime = (typeof REPLY_TIMES)[number];
