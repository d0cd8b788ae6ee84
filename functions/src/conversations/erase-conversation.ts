import { MANAGER } from '@foyer/domain/participant';
import { visitorUid } from '@foyer/domain/paths';
import { FieldValue, type Query } from '@google-cloud/firestore';
import type { Cloud, Platform } from '../cloud.ts';
import { prepareWithdrawal } from '../devices/withdraw-notifications.ts';
import { Problem } from '../http/problem.ts';
import { logs } from '../logs.ts';
import { pagesOf } from '../pages-of.ts';
import type { OpenSession } from '../sessions/session-cookie.ts';
import { activeKeys } from './active-keys.ts';
import { isSessionOpen } from './current-conversation.ts';
import { knownConversations } from './known-conversations.ts';

/** Documents per commit; Firestore allows 500. */
const BATCH = 400;

export interface Erased {
  managerId: string;
  conversationId: string;
}

/**
 * Deletes a conversation for both sides. The first commit makes it unreadable and records the erasure in `erasures`, so the purge finishes
 * what a dead process leaves; a send in progress fails on the missing conversation. `session` is the visitor's: a browser signed out in
 * between deletes nothing, and throws `session-ended` or `conversation-deleted`. After a visitor's deletion the manager keeps a line
 * without content (domain/deletion.ts). Notifications of it are withdrawn, because they can show its text and a name.
 */
export async function eraseConversation(cloud: Cloud, managerId: string, conversationId: string, session?: OpenSession): Promise<void> {
  const table = await cloud.tables();
  const place = table.conversation(managerId, conversationId);
  const line = table.deletions(managerId).doc();
  const last = await table.transaction(async (transaction) => {
    const stored = (await transaction.get(place)).data();
    if (session && !stored) throw new Problem('conversation-deleted');
    if (session && stored && !isSessionOpen(stored, session)) throw new Problem('session-ended');
    transaction.set(table.erasure(conversationId), { managerId, requestedAt: FieldValue.serverTimestamp() });
    transaction.delete(place);
    transaction.delete(table.reach(managerId, conversationId));
    if (session && stored) transaction.create(line, { deletedAt: FieldValue.serverTimestamp(), tray: stored.tray, status: stored.status });
    // Ends live reading immediately, even if this process dies before it deletes the messages.
    transaction.delete(table.presence(managerId, conversationId, MANAGER));
    return stored?.lastMessage;
  });
  knownConversations(cloud).forget(conversationId);
  logs.conversationErased(managerId);
  // Its reads come first: what says whether anything was told is erased too.
  const withdraw = await prepareWithdrawal(cloud, managerId, conversationId, async () => last).catch(noWithdrawal);
  await Promise.all([withdraw?.().catch(noWithdrawal), finishErasures(cloud, [{ managerId, conversationId }])]);
}

/** At worst a notification stays. */
function noWithdrawal(cause: unknown): null {
  logs.pushFailed(cause);
  return null;
}

/** Like `eraseConversation`, for at most 200 conversations of a deleted account, in one commit. */
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

/** Removes the remains of deleted conversations. Safe to repeat. One that fails keeps its mark; its error is thrown after the others. */
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
  await emptied(table.scheduled(managerId, conversationId));
  await emptied(table.presences(managerId, conversationId));
  await emptied(table.alerts().where('conversationId', '==', conversationId));
  await leaveContacts(platform, managerId, conversationId);
  await Promise.all([
    table.report(conversationId).delete(),
    table.reach(managerId, conversationId).delete(),
    table.replyDraft(managerId, conversationId).delete(),
    table.mailRequest(conversationId).delete(),
  ]);
}

/** A contact is the manager's own; only the conversation leaves it. */
async function leaveContacts(platform: Platform, managerId: string, conversationId: string): Promise<void> {
  const table = await platform.tables();
  const { docs } = await table.contacts(managerId).where('conversations', 'array-contains', conversationId).select().get();
  const change = { conversations: FieldValue.arrayRemove(conversationId), updatedAt: FieldValue.serverTimestamp() };
  // One that the manager deletes meanwhile needs nothing.
  const left = docs.map(({ ref }) => ref.update(change).catch((cause) => (isMissing(cause) ? null : Promise.reject(cause))));
  await Promise.all(left);
}

/** Firestore's code for a document that doesn't exist. */
function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 5;
}

/** Retires a conversation's keys. They are kept for a while: a late repeat of the first send must not start the conversation again. */
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

/** Deletes up to a thousand Auth users of visitors in one call; Auth allows ten single deletions a second. */
async function removeVisitors(platform: Platform, conversations: readonly Erased[]): Promise<void> {
  if (conversations.length === 0) return;
  const auth = await platform.auth();
  const { errors } = await auth.deleteUsers(conversations.map(({ conversationId }) => visitorUid(conversationId)));
  const [first] = errors;
  if (first) throw first.error;
}
