import { DEVICES_MAX } from '@foyer/domain/device';
import type { Values } from '@foyer/domain/fault';
import { FORMER_SLUGS_MAX } from '@foyer/domain/limits';
import type { Pause } from '@foyer/domain/page-state';
import { PICTURE_BYTES_MAX, PICTURE_PIXELS_MAX, PICTURE_SIDE_MIN, PICTURE_UNUSED_MS, PICTURES_MAX } from '@foyer/domain/picture-files';
import type { ProblemCode } from '@foyer/domain/problem';
import { dayName } from '@foyer/web/public-page/day-name';
import { words as managers } from '@foyer/words/compiled/en/problems';
import { words as visitors } from '@foyer/words/compiled/en/visitor-problems';
import type { ProblemsWords } from '@foyer/words/compiled/types/problems';
import type { VisitorProblemsWords } from '@foyer/words/compiled/types/visitor-problems';
import { messageOf } from '@foyer/words/message-of';

type Words = ProblemsWords & VisitorProblemsWords;
type ValuesOf<C extends ProblemCode> = Words[C] extends (values: infer V) => string ? V : never;
type WithValues = { [C in ProblemCode]: Words[C] extends string ? never : C }[ProblemCode];

/** The values in problems' messages. Each is a limit, so it is the same every time. */
const VALUES: { readonly [C in WithValues]: ValuesOf<C> } = {
  'too-many-moves': { max: FORMER_SLUGS_MAX },
  'too-many-pictures': { max: PICTURES_MAX, days: PICTURE_UNUSED_MS / (24 * 3600_000) },
  'too-many-devices': { max: DEVICES_MAX },
  'picture-too-heavy': { megabytes: PICTURE_BYTES_MAX / 1_000_000 },
  'picture-too-large': { megapixels: PICTURE_PIXELS_MAX / 1_000_000 },
  'picture-too-small': { min: PICTURE_SIDE_MIN },
};

const TITLES: { readonly [C in ProblemCode]: Words[C] } = { ...managers, ...visitors };

export function valuesOf(code: ProblemCode): Values | undefined {
  return (VALUES as Partial<Record<ProblemCode, Values>>)[code];
}

/** A problem's title in English, the same every time (RFC 9457). The time to wait is in `retryAfterSeconds`. */
export function titleOf(code: ProblemCode): string {
  return messageOf(TITLES, code, valuesOf(code)) ?? TITLES.internal;
}

/** What `messages-paused` means for people, in English: until when, and the manager's own sentence. */
export function pauseDetail({ backOn, sentence }: Pause): string {
  const until = backOn === null ? visitors['messages-paused'] : visitors.pausedUntil({ date: dayName(backOn, 'en-GB') });
  return [until, sentence].filter(Boolean).join(' ');
}
