import type { StoredMessage } from '../db.ts';

/** A message was stored, by either side. */
export interface MessageCreated {
  managerId: string;
  conversationId: string;
  messageId: string;
  message: StoredMessage;
}
