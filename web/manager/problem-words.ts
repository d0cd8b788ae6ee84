import type { FaultCode, Values } from '@foyer/domain/fault';
import { SLUG_MAX, SLUG_MIN } from '@foyer/domain/limits';
import type { SlugReason } from '@foyer/domain/manager';
import { messageOf } from '@foyer/words/message-of';
import { problemAdvice, faultSentence as sentenceOfFault } from '../lib/problem-sentence.ts';
import { catalogues } from './catalogues.ts';

const { faults, problems, visitorProblems } = catalogues;
const words = { problems: { ...visitorProblems, ...problems }, faults };

/** The sentence for a failed call. */
export function problemSentence(problem: unknown): string {
  return problemAdvice(problem, words);
}

/** The sentence for an invalid field. */
export function faultSentence(fault: { code: FaultCode; values?: Values | undefined }): string {
  return sentenceOfFault(fault, words);
}

export function slugSentence(reason: SlugReason): string {
  const values = { min: SLUG_MIN, max: SLUG_MAX };
  return messageOf(faults, reason, values) ?? messageOf(words.problems, reason, values) ?? faults['slug-shape'];
}
