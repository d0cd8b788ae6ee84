import { classes } from '../../ui/classes.ts';
import type { Conversation } from './conversation.ts';
import { displayName } from './visitor-name.ts';

/** A visitor's name, in its own direction, so that it can be cut at its end. One that we made is softer than one that was given. */
export function VisitorLabel({ conversation, class: extra }: { conversation: Conversation; class?: string }) {
  const { text, isGiven } = displayName(conversation.visitor, conversation.id);
  return (
    <span dir="auto" class={classes(!isGiven && 'text-soft', extra)}>
      {text}
    </span>
  );
}
