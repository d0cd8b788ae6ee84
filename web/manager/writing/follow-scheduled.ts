import { SCHEDULED_MAX } from '@foyer/domain/limits';
import { MANAGER } from '@foyer/domain/participant';
import { paths } from '@foyer/domain/paths';
import type { ScheduledFailure, ScheduledReplyDocument } from '@foyer/domain/scheduled-reply';
import { signal } from '@preact/signals';
import { arrayRemove, arrayUnion, deleteField, doc, serverTimestamp, Timestamp, updateDoc, writeBatch } from 'firebase/firestore';
import { sendScheduledOverFirestore } from '../../conversation/send-over-firestore.ts';
import { queryOf } from '../../lib/list-query.ts';
import { relistening } from '../../lib/relistening.ts';
import { tellChanged } from '../conversations/own-changes.ts';
import type { Store } from '../firebase/store.ts';

/** What a scheduled reply says, and when. */
export interface Plan {
  /** The id that the message will have. */
  id: string;
  text: string;
  replyTo?: string;
  /** In ms since 1970. */
  sendAtMs: number;
}

export interface Scheduled extends Plan {
  /** Why it wasn't sent at its time, or `null`. */
  failure: ScheduledFailure | null;
  updatedAtMs: number;
  /** Not yet stored on the server. */
  isPending: boolean;
}

/** The replies of the open conversation that wait for their time, the earliest first. */
export const scheduledReplies = signal<readonly Scheduled[]>([]);

const TIME = 'createdAt';

/** Follows a conversation's scheduled replies. Returns the function that stops it. */
export function followScheduled({ db, managerId }: Store, conversationId: string): () => void {
  const newest = queryOf(db, { path: paths.scheduled(managerId, conversationId), newestBy: TIME, limit: SCHEDULED_MAX });
  const stop = relistening.query<ScheduledReplyDocument<Timestamp>>(newest, TIME, {
    next(found) {
      scheduledReplies.value = found
        .map(({ id, data: { text, replyTo, sendAt, failure, updatedAt }, isPending }) => ({
          id,
          text,
          ...(replyTo !== undefined && { replyTo }),
          sendAtMs: (sendAt ?? failure?.at ?? updatedAt).toMillis(),
          failure: failure?.reason ?? null,
          updatedAtMs: updatedAt.toMillis(),
          isPending,
        }))
        .sort((one, other) => one.sendAtMs - other.sendAtMs || (one.id < other.id ? -1 : 1));
    },
    // The messages show the failure.
    failed() {},
  });
  return () => {
    stop();
    scheduledReplies.value = [];
  };
}

/** Schedules a reply. `text` must be normalised and valid. Offline, it waits. Throws `FirestoreError` if it is refused. */
export async function schedule(store: Store, conversationId: string, { id, text, replyTo, sendAtMs }: Plan): Promise<void> {
  const now = serverTimestamp();
  const reply = { text, ...(replyTo && { replyTo }), sendAt: Timestamp.fromMillis(sendAtMs), createdAt: now, updatedAt: now };
  await writeBatch(store.db)
    .set(replyAt(store, conversationId, id), reply)
    .update(conversationAt(store, conversationId), { scheduled: arrayUnion(id), updatedAt: now })
    .commit();
}

/** Throws `FirestoreError` if it was sent meanwhile. */
export async function unschedule(store: Store, conversationId: string, id: string): Promise<void> {
  await writeBatch(store.db)
    .delete(replyAt(store, conversationId, id))
    .update(conversationAt(store, conversationId), { scheduled: arrayRemove(id), updatedAt: serverTimestamp() })
    .commit();
}

/** Throws `FirestoreError` if it was sent or deleted meanwhile. */
export async function reschedule(store: Store, conversationId: string, id: string, sendAtMs: number): Promise<void> {
  const change = { sendAt: Timestamp.fromMillis(sendAtMs), failure: deleteField(), updatedAt: serverTimestamp() };
  await updateDoc(replyAt(store, conversationId, id), change);
}

/** Throws `FirestoreError` if it was deleted or another text was sent meanwhile. */
export async function sendNow(store: Store, conversationId: string, { id, text, replyTo }: Plan): Promise<void> {
  const sending = sendScheduledOverFirestore(
    { ...store, conversationId, me: MANAGER },
    { messageId: id, text, ...(replyTo && { replyTo }) },
  );
  tellChanged(['status']);
  await sending;
}

function replyAt({ db, managerId }: Store, conversationId: string, id: string) {
  return doc(db, paths.scheduledReply(managerId, conversationId, id));
}

function conversationAt({ db, managerId }: Store, conversationId: string) {
  return doc(db, paths.conversation(managerId, conversationId));
}
