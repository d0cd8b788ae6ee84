import type { Fault } from '@foyer/domain/fault';
import { faultSentence, problemAdvice, problemSentence } from '../../lib/problem-sentence.ts';
import { problemWords } from '../words.ts';

/** Why something failed, as a sentence. The only place where a visitor's scripts convert a problem to text. */
export function whyOf(cause: unknown): string {
  return problemSentence(cause, problemWords);
}

/** The same for something the visitor asked for, with the time to wait if the server gave one. */
export function sentenceOf(cause: unknown): string {
  return problemAdvice(cause, problemWords);
}

export function sentenceOfFault(fault: Fault): string {
  return faultSentence(fault, problemWords);
}
