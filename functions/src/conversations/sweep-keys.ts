import { FieldPath, FieldValue, type QueryDocumentSnapshot, Timestamp } from '@google-cloud/firestore';
import type { Platform } from '../cloud.ts';
import type { ResumeKeyDocument } from '../db.ts';
import type { Purging } from '../purging.ts';
import { activeKeys } from './active-keys.ts';

/** At most 900 reads an hour. */
const KEYS_AT_ONCE = 300;
const CONVERSATIONS_AT_ONCE = 50;
/** Keys retired per commit; Firestore allows 500. */
const BATCH = 400;

type Key = QueryDocumentSnapshot<ResumeKeyDocument>;

/**
 * Retires active keys other than a conversation's newest one, and all of a deleted one. Only versions before the limit on new codes left
 * others, up to hundreds for one conversation.
 */
export async function* sweepKeys(platform: Platform): Purging {
  const table = await platform.tables();
  const place = table.job('sweepKeys');
  const from = (await place.get()).data()?.path ?? '';
  const byId = table.resumeKeys().where('retiredAt', '==', null).orderBy(FieldPath.documentId());
  const { docs } = await (from === '' ? byId : byId.startAfter(from)).limit(KEYS_AT_ONCE).get();
  const conversations = [...new Map(docs.map((one) => [one.data().conversationId, one])).values()];
  let removed = 0;
  for (let done = 0; done < conversations.length; done += CONVERSATIONS_AT_ONCE) {
    const counts = await Promise.all(conversations.slice(done, done + CONVERSATIONS_AT_ONCE).map((key) => retireExtraKeys(platform, key)));
    for (const count of counts) removed += count;
  }
  const last = docs.length < KEYS_AT_ONCE ? undefined : docs.at(-1);
  await place.set({ at: Timestamp.fromMillis(platform.now()), path: last?.id ?? '' });
  yield { removed };
}

async function retireExtraKeys(platform: Platform, key: Key): Promise<number> {
  const table = await platform.tables();
  const { managerId, conversationId } = key.data();
  // Keep this order: a key created between the two reads is then not among those found.
  const active = (await activeKeys(table, conversationId).get()).docs;
  const conversation = await table.conversation(managerId, conversationId).get();
  const newest = conversation.exists ? active.reduce(newer, active[0]) : undefined;
  const extra = active.filter((one) => one.id !== newest?.id);
  for (let done = 0; done < extra.length; done += BATCH) {
    const batch = table.batch();
    for (const { ref } of extra.slice(done, done + BATCH)) batch.update(ref, { retiredAt: FieldValue.serverTimestamp() });
    await batch.commit();
  }
  return extra.length;
}

function newer(one: Key | undefined, other: Key): Key {
  return one && one.data().createdAt.valueOf() >= other.data().createdAt.valueOf() ? one : other;
}
