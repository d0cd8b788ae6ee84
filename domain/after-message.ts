import type { ConversationDocument, LastMessage } from './conversation.ts';
import type { MessageDocument } from './message.ts';
import { messagePreview } from './messages/preview.ts';
import { isFromManager, isFromVisitor } from './participant.ts';

/** How a store spells the time of a write, and a count that grows. */
export interface Spelling<Now, Count> {
  now: Now;
  /** `count` plus one. A store that adds by itself doesn't need to know `count`. */
  oneMore(count: number | undefined): Count;
}

/** What a message changes of its conversation. Fields that are not named stay as they are. */
export type AfterMessage<Now, Count> = Partial<Pick<ConversationDocument<Now>, 'status' | 'snoozedUntil' | 'tray' | 'lastMessage'>> & {
  unread?: Count | 0;
  messageCount: Count;
  updatedAt: Now;
};

type Counts = Partial<Pick<ConversationDocument<unknown>, 'unread' | 'messageCount'>>;

/**
 * How a message changes its conversation: the only place that decides it. People's messages reopen an archived or snoozed conversation; a
 * manager's reply also takes it into the inbox and reads it. A message of the system only counts.
 */
export function afterMessage<Now, Count>(
  conversation: Counts,
  { id, message }: { id: string; message: MessageDocument<Now> },
  { now, oneMore }: Spelling<Now, Count>,
): AfterMessage<Now, Count> {
  const counted = { messageCount: oneMore(conversation.messageCount), updatedAt: now };
  const reopened = { lastMessage: lastMessageOf(id, message, now), status: 'open', snoozedUntil: null } as const;
  if (isFromVisitor(message)) return { ...reopened, unread: oneMore(conversation.unread), ...counted };
  if (isFromManager(message)) return { ...reopened, unread: 0, tray: 'inbox', ...counted };
  return counted;
}

/** What of a message its conversation repeats. */
export function lastMessageOf<Now>(id: string, message: MessageDocument<Now>, at: Now): LastMessage<Now> {
  const { sender, kind, ...content } = message;
  return { id, sender, preview: messagePreview(kind, content), at };
}
