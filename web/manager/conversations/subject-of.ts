import { previewOf } from '@foyer/domain/preview';
import type { Conversation } from './conversation.ts';
import { displayName, tame } from './visitor-name.ts';

/** Longer names are cut where a sentence names them. */
const NAME_MAX = 32;

/** What to call conversations in a sentence: the visitor's name, or how many there are. */
export function subjectOf(conversations: readonly Pick<Conversation, 'id' | 'visitor'>[]): string {
  const [first, ...more] = conversations;
  if (!first || more.length > 0) return `${conversations.length} conversations`;
  return previewOf(tame(displayName(first.visitor, first.id).text), NAME_MAX);
}
