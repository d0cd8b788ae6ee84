import type { ConversationDocument, LastMessage } from './conversation.ts';
import type { MessageDocument } from './message.ts';
import { messagePreview } from './messages/preview.ts';
import { isFromManager, isFromVisitor } from './participant.ts';

/** How a store writes the current time and an incremented count. */
export interface Spelling<Now, Count> {
  now: Now;
  /** `count` plus one. A store that increments by itself doesn't need to know `count`. */
  oneMore(count: number | undefined): Count;
}

export type AfterMessage<Now, Count> = Partial<
  Pick<ConversationDocument<Now>, 'status' | 'snoozedUntil' | 'tray' | 'lastMessage' | 'isUnread'>
> & {
  unread?: Count | 0;
  messageCount: Count;
  updatedAt: Now;
};

type Counts = Partial<Pick<ConversationDocument<unknown>, 'unread' | 'messageCount'>>;

/**
 * The only place that decides how a message changes its conversation. A person's message reopens an archived or snoozed conversation; a
 * manager's reply also moves it to the inbox and marks it read. A system message is only counted.
 */
export function afterMessage<Now, Count>(
  conversation: Counts,
  { id, message }: { id: string; message: MessageDocument<Now> },
  { now, oneMore }: Spelling<Now, Count>,
): AfterMessage<Now, Count> {
  const counted = { messageCount: oneMore(conversation.messageCount), updatedAt: now };
  const reopened = { lastMessage: lastMessageOf(id, message, now), status: 'open', snoozedUntil: null } as const;
  if (isFromVisitor(message)) return { ...reopened, unread: oneMore(conversation.unread), isUnread: true, ...counted };
  if (isFromManager(message)) return { ...reopened, unread: 0, isUnread: false, tray: 'inbox', ...counted };
  return counted;
}

/** The same for a reply that is sent at its time: the manager hasn't seen what the visitor wrote meanwhile, so that stays unread. */
export function afterScheduledReply<Now, Count>(
  conversation: Counts,
  sent: { id: string; message: MessageDocument<Now> },
  spelling: Spelling<Now, Count>,
): Omit<AfterMessage<Now, Count>, 'unread' | 'isUnread'> {
  const { unread: _, isUnread: __, ...change } = afterMessage(conversation, sent, spelling);
  return change;
}

/** The part of a message that its conversation repeats. */
export function lastMessageOf<Now>(id: string, message: MessageDocument<Now>, at: Now): LastMessage<Now> {
  const { sender, kind, ...content } = message;
  return { id, sender, preview: messagePreview(kind, content), at };
}
