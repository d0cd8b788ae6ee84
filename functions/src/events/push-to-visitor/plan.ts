import type { VisitorPush } from '@foyer/domain/reach';
import type { VisitorPushPayload } from '@foyer/domain/visitor-push-payload';
import type { StoredManager } from '../../db.ts';
import type { Push } from '../../push/push-sender.ts';
import { pushWordsIn } from '../../push/push-words.ts';
import type { MessageCreated } from '../event.ts';

/** A reply that didn't reach the browser within a week is no news any more. */
const TTL_SECONDS = 7 * 24 * 3600;

/** How long an open thread has to show a reply and to say so. It takes two seconds on a fast line. */
const SHOWN_WITHIN_MS = 8000;

type Sent = Pick<MessageCreated, 'message'>;

/**
 * For how long to wait before asking whether a thread showed the reply. A time since the thread was last seen couldn't tell a thread that
 * is open from one that was closed a moment ago, and a reply to the latter would never be told.
 */
export function waitMsFor({ message }: Sent, nowMs: number): number {
  return Math.min(SHOWN_WITHIN_MS, Math.max(0, message.createdAt.toMillis() + SHOWN_WITHIN_MS - nowMs));
}

/** Whether someone looked at the thread after the reply was sent. */
export function isShown({ message }: Sent, seenAtMs: number | null): boolean {
  return seenAtMs !== null && seenAtMs >= message.createdAt.toMillis();
}

/** Says who replied, never what: the notification appears on a locked screen, and its text passes through others' servers. */
export function pushFor(
  { conversationId, message }: Pick<MessageCreated, 'conversationId' | 'message'>,
  { slug, profile: { name } }: Pick<StoredManager, 'slug' | 'profile'>,
  { language }: Pick<VisitorPush, 'language'>,
): Push {
  const { words, direction } = pushWordsIn(language);
  const payload: VisitorPushPayload = {
    title: words.answered({ name }),
    language,
    direction,
    tag: conversationId,
    slug,
    sentAtMs: message.createdAt.toMillis(),
  };
  return { payload, topic: conversationId, ttlSeconds: TTL_SECONDS };
}
