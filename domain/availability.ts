import { z } from 'zod';

/** `Mo` is 1, as in ISO 8601. */
const Weekday = z.int().min(1).max(7);
const Clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'A time is written as 09:30.');

/** When the manager is usually there, in their own time zone. At most one stretch a day; the end is after the beginning. */
export const OfficeHours = z
  .array(
    z
      .strictObject({ day: Weekday, from: Clock, to: Clock })
      .refine(({ from, to }) => from < to, { path: ['to'], message: 'The end has to be after the beginning.' }),
  )
  .max(7)
  .refine((hours) => new Set(hours.map(({ day }) => day)).size === hours.length, 'Each day has one stretch of hours.');
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
