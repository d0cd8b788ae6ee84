import { MANAGER } from '@foyer/domain/participant';
import { visitorUid } from '@foyer/domain/paths';
import { FieldValue, type Query } from '@google-cloud/firestore';
import type { Platform } from '../cloud.ts';
import { Problem } from '../http/problem.ts';
import { logs } from '../logs.ts';
import { pagesOf } from '../pages-of.ts';
import type { OpenSession } from '../sessions/session-cookie.ts';
import { activeKeys } from './active-keys.ts';
import { isSessionOpen } from './current-conversation.ts';
import { knownConversations } from './known-conversations.ts';

/** Documents deleted or changed in one commit: Firestore takes 500. */
const BATCH = 400;

/** A conversation by its ids. */
export interface Erased {
  managerId: string;
  conversationId: string;
}

/**
 * Deletes a conversation for both sides. The first commit makes it unreadable, and says in `erasures` that the rest is to follow; a process
 * that dies after it leaves the rest to the purge. A send that is under way fails on the missing conversation, so nothing is left over.
 * `session` is the visitor's: a browser that was signed out since its request was checked deletes nothing. Throws `session-ended` or
 * `conversation-deleted` then. What a visitor deletes leaves the manager a line without content (domain/deletion.ts).
 */
export async function eraseConversation(
  platform: Platform,
  managerId: string,
  conversationId: string,
  session?: OpenSession,
): Promise<void> {
  const table = await platform.tables();
  const place = table.conversation(managerId, conversationId);
  const line = table.deletions(managerId).doc();
  await table.transaction(async (transaction) => {
    const stored = (await transaction.get(place)).data();
    if (session && !stored) throw new Problem('conversation-deleted');
    if (session && stored && !isSessionOpen(stored, session)) throw new Problem('session-ended');
    transaction.set(table.erasure(conversationId), { managerId, requestedAt: FieldValue.serverTimestamp() });
    transaction.delete(place);
    if (session && stored) transaction.create(line, { deletedAt: FieldValue.serverTimestamp(), tray: stored.tray, status: stored.status });
    // Ends live reading at once, also where this process dies before it has deleted the messages.
    transaction.delete(table.presence(managerId, conversationId, MANAGER));
  });
  knownConversations(platform).forget(conversationId);
  logs.conversationErased(managerId);
  await finishErasures(platform, [{ managerId, conversationId }]);
}

/** Deletes conversations of a manager who leaves, in one commit and as `eraseConversation` does. At most 200. */
export async function eraseConversations(platform: Platform, managerId: string, conversationIds: readonly string[]): Promise<void> {
  const table = await platform.tables();
  const batch = table.batch();
  for (const conversationId of conversationIds) {
    batch.set(table.erasure(conversationId), { managerId, requestedAt: FieldValue.serverTimestamp() });
    batch.delete(table.conversation(managerId, conversationId));
  }
  await batch.commit();
  for (const conversationId of conversationIds) knownConversations(platform).forget(conversationId);
  await finishErasures(
    platform,
    conversationIds.map((conversationId) => ({ managerId, conversationId })),
  );
}

/**
 * Removes what is left below deleted conversations. Running it again, or twice at once, changes nothing more. One that fails does not keep
 * the others from being finished: it keeps its mark, and its error is thrown at the end.
 */
export async function finishErasures(platform: Platform, erased: readonly Erased[]): Promise<void> {
  const table = await platform.tables();
  const outcomes = await Promise.allSettled(erased.map((one) => emptyConversation(platform, one)));
  const emptied = erased.filter((_, index) => outcomes[index]?.status === 'fulfilled');
  await removeVisitors(platform, emptied);
  await Promise.all(emptied.map(({ conversationId }) => table.erasure(conversationId).delete()));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

async function emptyConversation(platform: Platform, { managerId, conversationId }: Erased): Promise<void> {
  const table = await platform.tables();
  await retireKeys(platform, conversationId);
  await emptied(table.messages(managerId, conversationId));
  await emptied(table.notes(managerId, conversationId));
  await emptied(table.presences(managerId, conversationId));
  await table.report(conversationId).delete();
}

/** Every code of a conversation opens nothing from then on. They stay known for a while: a first send that is repeated late must not start it again. */
export async function retireKeys(platform: Platform, conversationId: string): Promise<void> {
  const table = await platform.tables();
  for await (const keys of pagesOf(activeKeys(table, conversationId), BATCH)) {
    const batch = table.batch();
    for (const key of keys) batch.update(key.ref, { retiredAt: FieldValue.serverTimestamp() });
    await batch.commit();
  }
}

async function emptied(documents: Query): Promise<void> {
  for await (const page of pagesOf(documents.select(), BATCH)) {
    const batch = documents.firestore.batch();
    for (const { ref } of page) batch.delete(ref);
    await batch.commit();
  }
}

/** Their accounts, of those who have read live. One call for up to a thousand: Auth takes ten single deletions a second. */
async function removeVisitors(platform: Platform, conversations: readonly Erased[]): Promise<void> {
  if (conversations.length === 0) return;
  const auth = await platform.auth();
  const { errors } = await auth.deleteUsers(conversations.map(({ conversationId }) => visitorUid(conversationId)));
  const [first] = errors;
  if (first) throw first.error;
}
