import type { ConversationDocument } from '@foyer/domain/conversation';

type Stands = Pick<ConversationDocument<unknown>, 'tray' | 'isMuted' | 'blockedAt'>;

/** Whether the manager wants mails about a conversation at all. */
export function deservesMail({ tray, isMuted, blockedAt }: Stands): boolean {
  return tray === 'inbox' && !isMuted && blockedAt === null;
}

/** Whether a conversation still waits for the manager. */
export function isWaiting(conversation: Stands & Pick<ConversationDocument<unknown>, 'status' | 'unread'>): boolean {
  return deservesMail(conversation) && conversation.status === 'open' && conversation.unread > 0;
}
