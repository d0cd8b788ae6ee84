import { previewOf } from '@foyer/domain/preview';
import { displayName, type Named, tame } from './visitor-name.ts';

/** Sentences truncate longer names. */
const NAME_MAX = 32;

/** The conversations that a sentence is about, as values of its message: how many, and the visitor's name for when it is one. */
export interface Subject {
  count: number;
  name: string;
}

export function subjectOf(conversations: readonly Named[]): Subject {
  const [first] = conversations;
  const name = first ? previewOf(tame(displayName(first).text), NAME_MAX) : '';
  return { count: conversations.length, name };
}
