import { z } from 'zod';
import type { FaultCode } from './fault.ts';
import { ALWAYS, INTERVALS_PER_DAY_MAX, isAllDay, overlapping } from './office-hours.ts';
import { addFault } from './schema.ts';

/** 1 is Monday, as in ISO 8601. */
const Weekday = z.int().min(1).max(7);
const Clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'time-format' satisfies FaultCode);

const Interval = z
  .strictObject({ day: Weekday, from: Clock, to: Clock })
  .refine((interval) => interval.from !== interval.to || isAllDay(interval), {
    path: ['to'],
    message: 'interval-empty' satisfies FaultCode,
  });

/** In the manager's time zone. Up to four intervals a day without overlaps; one may end after midnight. 00:00 to 00:00 is a whole day. */
export const OfficeHours = z.union([
  z.literal(ALWAYS),
  z
    .array(Interval)
    .max(7 * INTERVALS_PER_DAY_MAX)
    .superRefine((hours, context) => {
      for (const index of overlapping(hours)) addFault(context, { code: 'interval-overlap' }, [index, 'from']);
      for (const [index, { day }] of hours.entries()) {
        if (hours.slice(0, index).filter((earlier) => earlier.day === day).length < INTERVALS_PER_DAY_MAX) continue;
        addFault(context, { code: 'too-many-intervals', values: { max: INTERVALS_PER_DAY_MAX } }, [index, 'from']);
      }
    }),
]);
export type OfficeHours = z.output<typeof OfficeHours>;

/** An IANA time zone known to this machine. */
export const TimeZone = z
  .string()
  .max(60, { abort: true })
  .refine((zone) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
    } catch {
      return false;
    }
  }, 'time-zone-unknown' satisfies FaultCode);

export const REPLY_TIMES = ['hour', 'hours', 'day', 'days'] as const;
export type ReplyTime = (typeof REPLY_TIMES)[number];
