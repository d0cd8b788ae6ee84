import { classes } from '../../ui/classes.ts';
import type { Conversation } from './conversation.ts';
import { displayName } from './visitor-name.ts';

/** A visitor's name, in its own direction, so it is truncated at its end. A generated name has a softer colour. */
export function VisitorLabel({ conversation, class: extra }: { conversation: Conversation; class?: string }) {
  const { text, isGiven } = displayName(conversation);
  return (
    <span dir="auto" class={classes(!isGiven && 'text-soft', extra)}>
      {text}
    </span>
  );
}
