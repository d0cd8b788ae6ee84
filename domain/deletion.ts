import type { ConversationDocument } from './conversation.ts';

/** How long a manager is told that a visitor has deleted a conversation. */
export const DELETION_KEPT_DAYS = 30;

/**
 * What is left of a conversation that its visitor deleted: that there was one, and in which list. Nothing in it, nor its id, leads to the
 * conversation or the person.
 */
export interface DeletionDocument<T> extends Pick<ConversationDocument<T>, 'tray' | 'status'> {
  deletedAt: T;
}
