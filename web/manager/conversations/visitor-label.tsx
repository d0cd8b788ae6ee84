import type { Conversation } from './conversation.ts';
import { displayName } from './visitor-name.ts';

/** A visitor's name. One that we made is softer than one that was given. */
export function VisitorLabel({ conversation }: { conversation: Conversation }) {
  const { text, isGiven } = displayName(conversation.visitor, conversation.id);
  return <bdi class={isGiven ? undefined : 'text-soft'}>{text}</bdi>;
}
