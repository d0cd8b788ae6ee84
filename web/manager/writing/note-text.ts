import { TEXT_MAX } from '@foyer/domain/limits';
import { normaliseText, textFault } from '@foyer/domain/text';
import { faultSentence } from '../problem-words.ts';

/** A note as it is stored, or the sentence why it can't be. */
export function noteOf(typed: string): { text: string } | { fault: string } {
  const text = normaliseText(typed);
  const fault = textFault(text, TEXT_MAX);
  return fault === null ? { text } : { fault: faultSentence(fault) };
}
