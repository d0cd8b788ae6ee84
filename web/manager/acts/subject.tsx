import { classes } from '../../ui/classes.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { displayName } from '../conversations/visitor-name.ts';

/** Whom a dialog is about: a visitor by name, cut at its end where there is no room, or how many conversations. */
export function Subject({ conversations, class: look }: { conversations: readonly Conversation[]; class?: string }) {
  const [first, ...more] = conversations;
  if (!first || more.length > 0) return <span class={look}>{conversations.length} conversations</span>;
  return (
    <span dir="auto" class={classes('min-w-0 truncate', look)}>
      {displayName(first.visitor, first.id).text}
    </span>
  );
}
