import { visitorUid } from '@foyer/domain/paths';
import { FieldValue, type Query } from '@google-cloud/firestore';
import type { Platform } from '../cloud.ts';
import { tables } from '../db.ts';
import { removeUser } from '../firebase/users.ts';
import { logs } from '../logs.ts';
import { knownConversations } from './known-conversations.ts';

/** Documents deleted in one commit: Firestore takes 500. */
const BATCH = 400;
/** Codes of one conversation that are looked for at once: each replacement leaves one behind, for a month. */
const KEYS_MAX = 400;

/**
 * Deletes a conversation for both sides. The first commit makes it unreadable, and says in `erasures` that the rest is to follow; a process
 * that dies after it leaves the rest to the purge. A send that is under way fails on the missing conversation, so nothing is left over.
 */
export async function eraseConversation(platform: Platform, managerId: string, conversationId: string): Promise<void> {
  const db = await platform.firestore();
  const table = tables(db);
  const batch = db.batch();
  batch.set(table.erasure(conversationId), { managerId, requestedAt: FieldValue.serverTimestamp() });
  batch.delete(table.conversation(managerId, conversationId));
  await batch.commit();
  knownConversations(platform).forget(conversationId);
  logs.conversationErased(managerId);
  await finishErasure(platform, managerId, conversationId);
}

/** Removes what is left below a deleted conversation. Running it again, or twice at once, changes nothing more. */
export async function finishErasure(platform: Platform, managerId: string, conversationId: string): Promise<void> {
  const db = await platform.firestore();
  const table = tables(db);
  await retireKeys(platform, conversationId);
  await emptied(table.messages(managerId, conversationId));
  await emptied(table.notes(managerId, conversationId));
  await emptied(table.presences(managerId, conversationId));
  await table.report(conversationId).delete();
  await removeVisitor(platform, conversationId);
  await table.erasure(conversationId).delete();
}

/** The codes open nothing any more. They stay known for a while: a first send that is repeated late must not begin everything anew. */
async function retireKeys(platform: Platform, conversationId: string): Promise<void> {
  const db = await platform.firestore();
  const keys = await tables(db).resumeKeys().where('conversationId', '==', conversationId).limit(KEYS_MAX).get();
  const active = keys.docs.filter((key) => key.data().retiredAt === null);
  const batch = db.batch();
  for (const key of active) batch.update(key.ref, { retiredAt: FieldValue.serverTimestamp() });
  await batch.commit();
}

async function emptied(documents: Query): Promise<void> {
  for (;;) {
    const page = await documents.select().limit(BATCH).get();
    const batch = documents.firestore.batch();
    for (const { ref } of page.docs) batch.delete(ref);
    await batch.commit();
    if (page.size < BATCH) return;
  }
}

async function removeVisitor(platform: Platform, conversationId: string): Promise<void> {
  // Without live reading there is no such user; or an earlier run has removed it.
  await removeUser(await platform.auth(), visitorUid(conversationId));
}
