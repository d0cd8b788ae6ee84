import { isLanguage, type Language, nearestLanguage } from '@foyer/domain/language';
import { isOpen } from '@foyer/domain/page-state';
import { settingsOf } from '@foyer/domain/settings';
import { Timestamp } from '@google-cloud/firestore';
import { type AlertDocument, isAccepted, type ManagerMailDocument, type StoredConversation, type Tables } from '../../db.ts';
import { isUserMissing } from '../../firebase/users.ts';
import { mailLink } from '../../mail/mail-link.ts';
import { CLAIM_MS, deliver, nextAttempt } from '../../mail/mail-server.ts';
import { type Mailer, MailFault } from '../../mail/mailer.ts';
import { type Waiting, waitingMail } from '../../mail/mails.ts';
import type { Post } from '../post.ts';
import { isDue, type Queued, queueOf, requeue } from '../queue.ts';
import { isWaiting } from './deserves-mail.ts';

interface Receiver {
  address: string;
  language: Language;
}

/**
 * Sends one mail about everything that waits for a manager, if something still does: what counts is the state now, not that of the message's
 * time. Claims the manager first, so simultaneous runs send one mail. Returns whether one was sent. Throws a `MailFault` if no mail can be
 * sent now.
 */
export async function sendWaiting(post: Post, mailer: Mailer, alert: AlertDocument): Promise<boolean> {
  const { managerId } = alert;
  const table = await post.tables();
  const place = table.managerMail(managerId);
  const state = await claim(post, table, managerId);
  if (!state) return false;
  const release = () => isAccepted(place.update({ notBefore: null }));
  try {
    const queued = await queueOf(table, alert);
    const receiver = await receiverOf(post, table, managerId);
    const waiting = receiver ? await waitingOf(table, managerId, queued) : new Map<string, Waiting>();
    const pending = queued.filter((one) => waiting.has(one.data().conversationId));
    const over = queued.filter((one) => !pending.includes(one));
    if (over.length > 0) await requeue(table, over, null);
    if (!receiver || !pending.some((one) => isDue(one, post.now()))) {
      await (receiver ? release() : place.delete());
      return false;
    }
    const { address, language } = receiver;
    const stopLink = mailLink(post.origin, mailer.keys, post.now(), { does: 'stop-manager', managerId, language });
    // The earliest alert stays in the queue until it was mailed, so the id is the same at every attempt.
    const id = `waiting ${pending[0]?.id}`;
    const of = { to: address, id, language, origin: post.origin };
    const delivery = await deliver(mailer, waitingMail({ ...of, waiting: [...waiting.values()], stopLink }));
    const now = Timestamp.fromMillis(post.now());
    const failingSince = state.failingSince ?? now;
    if (delivery === 'sent') {
      const next: ManagerMailDocument = { mailedAt: now, failingSince: null, attempts: 0, notBefore: null };
      await requeue(table, pending, null, (transaction) => transaction.set(place, next));
    } else if (delivery === 'rejected') {
      // The address refuses mail: the next message tries it again.
      await requeue(table, pending, null, (transaction) =>
        transaction.set(place, { ...state, failingSince, attempts: 0, notBefore: null }),
      );
    } else {
      const attempts = state.attempts + 1;
      const notBefore = nextAttempt(post, attempts);
      await requeue(table, pending, notBefore, (transaction) => transaction.set(place, { ...state, failingSince, attempts, notBefore }));
    }
    return delivery === 'sent';
  } catch (cause) {
    if (cause instanceof MailFault) await release();
    throw cause;
  }
}

const NEW: ManagerMailDocument = { mailedAt: null, failingSince: null, attempts: 0, notBefore: null };

/** The state before this claim; `null` if another run has it, or the last attempt failed too recently. */
async function claim(post: Post, table: Tables, managerId: string): Promise<ManagerMailDocument | null> {
  const place = table.managerMail(managerId);
  return table.transaction(async (transaction) => {
    const state = (await transaction.get(place)).data() ?? NEW;
    if ((state.notBefore?.toMillis() ?? 0) > post.now()) return null;
    transaction.set(place, { ...state, notBefore: Timestamp.fromMillis(post.now() + CLAIM_MS) });
    return state;
  });
}

/** `null` if the manager wants no mails, can't get any, or is leaving. */
async function receiverOf(post: Post, table: Tables, managerId: string): Promise<Receiver | null> {
  const [found, stored, erasure] = await Promise.all([
    table.manager(managerId).get(),
    table.settings(managerId).get(),
    table.erasure(managerId).get(),
  ]);
  const manager = found.data();
  const settings = settingsOf(stored.data());
  if (!manager || !isOpen(manager) || erasure.exists || settings.mailAfter === 'never') return null;
  const user = await (await post.auth()).getUser(managerId).catch((cause: unknown) => {
    if (isUserMissing(cause)) return null;
    throw cause;
  });
  if (!user?.email || !user.emailVerified || user.disabled) return null;
  const tag = nearestLanguage([settings.language ?? manager.profile.language]);
  return { address: user.email, language: isLanguage(tag) ? tag : 'en' };
}

/** The conversations of these alerts that still wait, by id, the earliest alert first. */
async function waitingOf(table: Tables, managerId: string, queued: readonly Queued[]): Promise<Map<string, Waiting>> {
  const ids = [...new Set(queued.map((one) => one.data().conversationId))];
  const found = await Promise.all(ids.map(async (id) => [id, (await table.conversation(managerId, id).get()).data()] as const));
  const isStillWaiting = (entry: readonly [string, StoredConversation | undefined]): entry is [string, StoredConversation] =>
    entry[1] !== undefined && isWaiting(entry[1]);
  return new Map(found.filter(isStillWaiting).map(([conversationId, { unread }]) => [conversationId, { conversationId, unread }]));
}
