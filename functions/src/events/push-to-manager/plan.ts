import { FRONT_MS } from '@foyer/domain/device';
import { isFromVisitor } from '@foyer/domain/participant';
import { isQuietAt } from '@foyer/domain/quiet-hours';
import type { StoredConversation } from '../../db.ts';
import type { MessageCreated } from '../event.ts';
import type { ManagerReach } from '../facts.ts';

/** An older message is no news: the inbox, or a mail, tells of it. */
const NEWS_MS = 3600_000;

/** Whether a manager can be told of anything at this time, before the conversation is read. */
export function isReachable({ message }: MessageCreated, { settings, devices, frontAtMs }: ManagerReach, nowMs: number): boolean {
  return (
    devices.size > 0 &&
    isFromVisitor(message) &&
    nowMs - message.createdAt.toMillis() < NEWS_MS &&
    settings.availability !== 'do-not-disturb' &&
    !isQuietAt(settings, nowMs) &&
    (frontAtMs === null || Math.abs(nowMs - frontAtMs) >= FRONT_MS)
  );
}

/**
 * Whether a message is told: it is the newest one of a conversation in the inbox, and unread. A later message tells of this one too, so a
 * burst makes few notifications, in whatever order its events come.
 */
export function isNews({ messageId }: MessageCreated, conversation: StoredConversation | null): conversation is StoredConversation {
  return (
    conversation !== null &&
    conversation.lastMessage.id === messageId &&
    conversation.unread > 0 &&
    conversation.tray === 'inbox' &&
    !conversation.isMuted &&
    conversation.blockedAt === null
  );
}
