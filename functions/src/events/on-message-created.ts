import type { FirestoreEvent, QueryDocumentSnapshot } from 'firebase-functions/v2/firestore';
import { siteOrigin } from '../config.ts';
import { messageFrom } from '../db.ts';
import { handleEvent } from './handle-event.ts';
import { openPost, type Post } from './post.ts';
import { SUBSCRIBERS } from './subscribers.ts';

let post: Post | undefined;

/** Both sides' messages come through here. If it throws, the platform repeats the event for up to a day. */
export async function onMessageCreated({ params, data }: FirestoreEvent<QueryDocumentSnapshot | undefined>): Promise<void> {
  if (!data) return;
  post ??= openPost(siteOrigin());
  const { managerId = '', conversationId = '', messageId = '' } = params;
  const message = messageFrom(data.data());
  await handleEvent(post, { managerId, conversationId, messageId, message }, SUBSCRIBERS);
}
