import { isFromManager } from '@foyer/domain/participant';
import { Timestamp } from '@google-cloud/firestore';
import type { AlertDocument } from '../db.ts';
import type { MessageCreated } from './event.ts';
import type { Post } from './post.ts';

/** The platform repeats an event for a day, and no mail waits longer. */
const ALERT_KEPT_MS = 2 * 24 * 3600_000;

export function alertOf(
  post: Post,
  { managerId, conversationId, messageId, message }: MessageCreated,
  mailDueAt: number | null,
): AlertDocument {
  return {
    managerId,
    conversationId,
    messageId,
    to: isFromManager(message) ? 'visitor' : 'manager',
    mailDueAt: mailDueAt === null ? null : Timestamp.fromMillis(mailDueAt),
    expireAt: Timestamp.fromMillis(post.now() + ALERT_KEPT_MS),
  };
}
