import type { Language } from './languages.ts';

/** Without schemas, so the dashboard can load it (settings-schema.ts has them). */

/** How a manager appears to visitors. `automatic`: present while a dashboard is open and used. `do-not-disturb` also silences notifications. */
export const AVAILABILITIES = ['automatic', 'away', 'do-not-disturb', 'invisible'] as const;
export type Availability = (typeof AVAILABILITIES)[number];

/** How long a message waits unread before a mail tells of it. */
export const MAIL_AFTER = ['never', 'quarter-hour', 'hour', 'day'] as const;
export type MailAfter = (typeof MAIL_AFTER)[number];

export const APPEARANCES = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof APPEARANCES)[number];

/** No notifications from `from` until `to`, times such as `22:00` in the settings' zone. An end that isn't after the start is on the next day. */
export interface QuietHours {
  from: string;
  to: string;
}

export interface Settings {
  /** Whether a push shows the message's text. */
  isTextInPush: boolean;
  hasSound: boolean;
  quietHours: QuietHours | null;
  /** An IANA name. */
  timeZone: string;
  mailAfter: MailAfter;
  availability: Availability;
  /** Whether read marks are written for visitors, and theirs are shown. */
  hasReceipts: boolean;
  appearance: Appearance;
  /** `null`: the browser's. */
  language: Language | null;
}

/** What a manager chose for their dashboard and notifications. `T`: the store's time. A missing field has its default: use `settingsOf`. */
export interface SettingsDocument<T> extends Partial<Settings> {
  updatedAt: T;
}

const DEFAULTS: Settings = {
  isTextInPush: false,
  hasSound: false,
  quietHours: null,
  timeZone: 'UTC',
  mailAfter: 'never',
  availability: 'automatic',
  hasReceipts: true,
  appearance: 'system',
  language: null,
};

/** The settings with the defaults of fields that were never chosen, or of all if nothing is stored. */
export function settingsOf(stored: Partial<Settings> | null | undefined): Settings {
  return { ...DEFAULTS, ...stored };
}
