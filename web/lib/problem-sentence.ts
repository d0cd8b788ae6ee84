import type { FaultCode, Values } from '@foyer/domain/fault';
import type { Pause } from '@foyer/domain/page-state';
import type { FaultsWords } from '@foyer/words/compiled/types/faults';
import type { VisitorProblemsWords } from '@foyer/words/compiled/types/visitor-problems';
import { inTime } from '@foyer/words/in-time';
import { messageOf } from '@foyer/words/message-of';
import { ApiProblem } from './api.ts';
import { locale } from './language.ts';

/** The catalogues for failures; managers' `problems` have more codes. */
export interface ProblemWords {
  problems: VisitorProblemsWords;
  faults: FaultsWords;
}

/** Why something failed, in one sentence: its first field error, or else its code. An unknown code is described as an error of ours. */
export function problemSentence(cause: unknown, words: ProblemWords): string {
  const { problems } = words;
  if (!(cause instanceof ApiProblem)) return problems.internal;
  const { code, body } = cause;
  const [fault] = body.errors ?? [];
  if (body.pause) return pauseSentence(body.pause, problems);
  return fault ? faultSentence(fault, words) : (messageOf(problems, code, body.values) ?? problems.internal);
}

/** Until when new messages are paused, if that is known, and the manager's own sentence. */
export function pauseSentence({ backOn, sentence }: Pause, words: Pick<VisitorProblemsWords, 'messages-paused' | 'pausedUntil'>): string {
  const until = backOn === null ? words['messages-paused'] : words.pausedUntil({ date: dayIn(backOn) });
  return [until, sentence].filter(Boolean).join(' ');
}

function dayIn(day: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' }).format(Date.parse(day));
}

/** The same, with the time to wait if the server gave one. */
export function problemAdvice(cause: unknown, words: ProblemWords): string {
  const sentence = problemSentence(cause, words);
  const seconds = cause instanceof ApiProblem ? cause.body.retryAfterSeconds : undefined;
  return seconds ? words.problems.again({ sentence, when: inTime(locale, seconds) }) : sentence;
}

export function faultSentence({ code, values }: { code: FaultCode; values?: Values | undefined }, { faults }: ProblemWords): string {
  return messageOf(faults, code, values) ?? faults['not-allowed'];
}
