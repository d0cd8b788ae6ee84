import type { Conversation } from '../conversations/conversation.ts';
import { displayName } from '../conversations/visitor-name.ts';

/** Whom a dialog is about: a visitor by name, or how many conversations. */
export function Subject({ conversations, class: look }: { conversations: readonly Conversation[]; class?: string }) {
  const [first, ...more] = conversations;
  if (!first || more.length > 0) return <span class={look}>{conversations.length} conversations</span>;
  return <bdi class={look}>{displayName(first.visitor, first.id).text}</bdi>;
}
