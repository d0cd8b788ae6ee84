import { z } from 'zod';
import { endpoint, MANAGER_PROBLEMS, WRITE_PROBLEMS } from './endpoint.ts';
import type { FaultCode } from './fault.ts';
import { DELETION_DAYS, PAUSE_DAYS_MAX, PAUSE_SENTENCE_MAX } from './page-state.ts';
import { faultless, Time } from './schema.ts';
import { lineFault, normaliseLine } from './text.ts';

const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'date-format' satisfies FaultCode)
  .meta({ examples: ['2026-12-12'] });

const Sentence = z
  .string()
  .overwrite((text) => normaliseLine(text, PAUSE_SENTENCE_MAX))
  .superRefine(faultless((text) => (text === '' ? null : lineFault(text, PAUSE_SENTENCE_MAX))))
  .meta({ maxLength: PAUSE_SENTENCE_MAX, examples: ['I’m at sea until the twelfth.'] });

const TimeZone = z
  .string()
  .max(60)
  .describe('The IANA zone in which that day begins.')
  .meta({ examples: ['Europe/Paris'] });

/** A pause in the API. */
export const PauseNotice = z
  .strictObject({
    sentence: z.string().describe('The manager’s own sentence, or empty.'),
    backOn: z.string().nullable().describe('The day on which new messages are accepted again; `null` until further notice.'),
    until: Time.nullable().describe('When that day begins.'),
  })
  .meta({ id: 'Pause', description: 'New messages are paused.' });

export const pausePageEndpoint = endpoint({
  method: 'PUT',
  path: '/api/managers/me/pause',
  summary: 'Pause new messages',
  description: `The page shows the sentence in place of its message box, and visitors’ messages are refused with \`messages-paused\`. It ends at the beginning of the day, which can be up to ${PAUSE_DAYS_MAX} days ahead.`,
  caller: 'manager',
  checksRevocation: true,
  body: z.strictObject({ sentence: Sentence, backOn: Day.nullable(), timeZone: TimeZone }),
  answer: PauseNotice,
  problems: [...MANAGER_PROBLEMS, 'no-page', ...WRITE_PROBLEMS],
});

export const endPauseEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/managers/me/pause',
  summary: 'End the pause',
  description: 'The page takes messages again.',
  caller: 'manager',
  checksRevocation: true,
  answer: null,
  problems: [...MANAGER_PROBLEMS, 'no-page', 'foreign-origin', 'too-fast'],
});

export const takeOfflineEndpoint = endpoint({
  method: 'PUT',
  path: '/api/managers/me/offline',
  summary: 'Take the page offline',
  description:
    'The page answers like an unknown address, and leaves the directory. Its address stays the manager’s. People in a conversation can still read, copy and delete it.',
  caller: 'manager',
  checksRevocation: true,
  answer: null,
  problems: [...MANAGER_PROBLEMS, 'no-page', 'foreign-origin', 'too-fast'],
});

export const bringOnlineEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/managers/me/offline',
  summary: 'Put the page online',
  description: 'Everything is as it was before the page was taken offline.',
  caller: 'manager',
  checksRevocation: true,
  answer: null,
  problems: [...MANAGER_PROBLEMS, 'no-page', 'foreign-origin', 'too-fast'],
});

export const keepAccountEndpoint = endpoint({
  method: 'DELETE',
  path: '/api/managers/me/deletion',
  summary: 'Undo the deletion of the account',
  description: `Possible until the account is erased, at the earliest ${DELETION_DAYS} days after the request. \`no-page\` means that it’s too late.`,
  caller: 'manager',
  checksRevocation: true,
  answer: null,
  problems: [...MANAGER_PROBLEMS, 'no-page', 'foreign-origin', 'too-fast'],
});
