import { afterScheduledReply } from '@foyer/domain/after-message';
import { searchable } from '@foyer/domain/message-terms';
import { newTextMessage } from '@foyer/domain/new-message';
import { isOpenAccount } from '@foyer/domain/page-state';
import { MANAGER } from '@foyer/domain/participant';
import type { ScheduledFailure } from '@foyer/domain/scheduled-reply';
import { FieldValue, type QueryDocumentSnapshot, Timestamp } from '@google-cloud/firestore';
import type { Platform } from '../cloud.ts';
import type { StoredConversation, StoredManager, StoredScheduledReply, Tables } from '../db.ts';
import { logs } from '../logs.ts';
import { pagesOf } from '../pages-of.ts';

const PAGE = 100;
/** A part of the scheduled function's 240 seconds; waking conversations needs the rest. The next run continues. */
const RUN_MS = 100_000;

type Outcome = 'sent' | 'failed' | 'nothing';
type Due = QueryDocumentSnapshot<StoredScheduledReply>;

/**
 * Sends every scheduled reply whose time has come, as its manager would send it; returns how many were sent. Each is one transaction, so it is
 * sent once, however often and however parallel this runs. One that can't be sent now stays, and the next run tries again.
 */
export async function sendScheduledReplies(platform: Platform): Promise<number> {
  const table = await platform.tables();
  const until = platform.now() + RUN_MS;
  const due = table.scheduledOfAll().where('sendAt', '<=', Timestamp.fromMillis(platform.now())).orderBy('sendAt');
  let sent = 0;
  let failed = 0;
  for await (const page of pagesOf(due, PAGE)) {
    const outcomes = (await Promise.all(byConversation(page).map((replies) => sendInOrder(platform, table, replies)))).flat();
    sent += outcomes.filter((outcome) => outcome === 'sent').length;
    failed += outcomes.filter((outcome) => outcome === 'failed').length;
    if (platform.now() > until) break;
  }
  if (sent + failed > 0) logs.scheduledReplies(sent, failed);
  return sent;
}

function byConversation(page: readonly Due[]): Due[][] {
  return Object.values(Object.groupBy(page, ({ ref }) => ref.parent.path)).map((replies = []) => replies);
}

/** Those of one conversation, the earliest first: together they would compete for its document. */
async function sendInOrder(platform: Platform, table: Tables, replies: readonly Due[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { ref } of replies) {
    const [, managerId = '', , conversationId = ''] = ref.path.split('/');
    outcomes.push(
      await sendReply(platform, table, { managerId, conversationId, messageId: ref.id }).catch((cause: unknown): Outcome => {
        logs.scheduledReplyNotSent(cause);
        return 'nothing';
      }),
    );
  }
  return outcomes;
}

interface Place {
  managerId: string;
  conversationId: string;
  messageId: string;
}

function sendReply(platform: Platform, table: Tables, { managerId, conversationId, messageId }: Place): Promise<Outcome> {
  return table.transaction<Outcome>(async (transaction) => {
    const [reply, conversation, manager, message] = await Promise.all([
      transaction.get(table.scheduledReply(managerId, conversationId, messageId)),
      transaction.get(table.conversation(managerId, conversationId)),
      transaction.get(table.manager(managerId)),
      transaction.get(table.message(managerId, conversationId, messageId)),
    ]);
    const scheduled = reply.data();
    // Sent, changed or deleted since the query.
    if (!scheduled?.sendAt || scheduled.sendAt.toMillis() > platform.now()) return 'nothing';
    const current = conversation.data();
    if (!current) {
      transaction.delete(reply.ref);
      return 'nothing';
    }
    const reason = failureOf(current, manager.data());
    if (reason !== null) {
      // Without `sendAt` no run finds it: it waits for the manager.
      transaction.update(reply.ref, { sendAt: FieldValue.delete(), failure: { reason, at: scheduled.sendAt } });
      return 'failed';
    }
    const now = FieldValue.serverTimestamp();
    const gone = { scheduled: FieldValue.arrayRemove(messageId) };
    transaction.delete(reply.ref);
    // Its manager restored it after it had been sent.
    if (message.exists) {
      transaction.update(conversation.ref, { ...gone, updatedAt: now });
      return 'nothing';
    }
    const { text, replyTo } = scheduled;
    const added = { id: messageId, message: searchable(managerId, newTextMessage<FieldValue>({ sender: MANAGER, text, replyTo }, now)) };
    const change = afterScheduledReply({}, added, { now, oneMore: () => FieldValue.increment(1) });
    transaction.create(message.ref, added.message);
    transaction.update(conversation.ref, { ...change, ...gone });
    return 'sent';
  });
}

/** A page that is paused or offline keeps its conversations, so its manager's replies are sent. */
function failureOf({ blockedAt }: StoredConversation, manager: StoredManager | undefined): ScheduledFailure | null {
  if (!manager || !isOpenAccount(manager)) return 'account-closed';
  return blockedAt === null ? null : 'blocked';
}
