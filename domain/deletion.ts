import type { ConversationDocument } from './conversation.ts';

export const DELETION_KEPT_DAYS = 30;

/** After a visitor's deletion: that a conversation existed, and its list. Nothing here, nor the id, identifies it or the person. */
export interface DeletionDocument<T> extends Pick<ConversationDocument<T>, 'tray' | 'status'> {
  deletedAt: T;
}
