import { withNodes } from '@foyer/words/with-nodes';
import type { Conversation } from '../conversations/conversation.ts';
import { type Subject, subjectOf } from '../conversations/subject-of.ts';

interface Props {
  message(subject: Subject): string;
  conversations: readonly Conversation[];
}

export function AboutSubject({ message, conversations }: Props) {
  const { count, name } = subjectOf(conversations);
  return <>{withNodes(message, { count, name: <bdi>{name}</bdi> })}</>;
}
