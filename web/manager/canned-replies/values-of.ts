import type { Conversation } from '../conversations/conversation.ts';
import { displayName, tame } from '../conversations/visitor-name.ts';
import type { Page } from '../workspace/page.ts';
import type { VariableValues } from './variables.ts';
import { words } from './words.ts';

/** What the variables stand for in a reply to this conversation. */
export function valuesOf(conversation: Pick<Conversation, 'visitor' | 'id' | 'alias'>, page: Page | null): VariableValues {
  const name = displayName(conversation);
  return { name: name.isGiven ? tame(name.text) : words.nameUnknown, 'my.name': page?.name, page: page?.href };
}
