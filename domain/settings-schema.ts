import { z } from 'zod';
import type { FaultCode } from './fault.ts';
import { LANGUAGES } from './languages.ts';
import { APPEARANCES, AVAILABILITIES, MAIL_AFTER, type Settings as SettingsType } from './settings.ts';

/** A time of day: `09:30`. */
const Clock = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'wrong-format' satisfies FaultCode);

/** A manager's settings, all of them. */
export const Settings = z.strictObject({
  isTextInPush: z.boolean(),
  hasSound: z.boolean(),
  quietHours: z.strictObject({ from: Clock, to: Clock }).nullable(),
  timeZone: z.string().regex(/^[A-Za-z0-9_+/-]{1,60}$/, 'wrong-format' satisfies FaultCode),
  mailAfter: z.enum(MAIL_AFTER),
  availability: z.enum(AVAILABILITIES),
  hasReceipts: z.boolean(),
  appearance: z.enum(APPEARANCES),
  language: z.enum(LANGUAGES).nullable(),
}) satisfies z.ZodType<SettingsType>;

/** A dashboard's write: the fields it changes. `now` is how the store writes the current time. */
export const settingsChange = <Now>(now: z.ZodType<Now>) => Settings.partial().extend({ updatedAt: now });
