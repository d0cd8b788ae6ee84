import { MESSAGE_DAY_RATE, MESSAGE_RATE } from '@foyer/domain/limits';
import { takeTurn } from '@foyer/domain/rate-limit';
import type { Timestamp, UpdateData, WriteBatch } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import { STORE_ERROR, type StoredConversation, storeErrorCode, type Tables } from '../db.ts';
import { Problem } from '../http/problem.ts';
import { refuseWhenClosed } from '../managers/open-pages.ts';
import { AGAIN, retrying } from '../retrying.ts';
import type { OpenSession } from '../sessions/session-cookie.ts';
import { isSessionOpen } from './current-conversation.ts';
import { type Known, knownConversations } from './known-conversations.ts';

export interface VisitorsWrite<T> {
  /** Returns the result of an earlier identical act, if any: nothing is then written or charged. */
  before?(known: Known): T | undefined;
  /** Adds other documents to the batch and returns the changes of the conversation. What it reads is as new as the conversation it changes. */
  changes(table: Tables, batch: WriteBatch, known: Known): UpdateData<StoredConversation> | Promise<UpdateData<StoredConversation>>;
  written(known: Known, at: Timestamp): T;
  existing?(): Promise<T>;
}

/** Against the manager's simultaneous writes. The first refusal is usually their own reply or read mark, and over; more are a race. */
const RETRIES = { attempts: 6, jitterMs: 40, atOnce: 1 };

/**
 * Writes only if the conversation did not change since, so simultaneous acts lose nothing of each other; reads only if this instance does
 * not know its state. Charges the message rate limit. Throws `session-ended`, `conversation-deleted`, `unknown-slug` if the page was
 * closed, `page-offline`, `blocked`, `too-fast` or `busy`.
 */
export async function writeAsVisitor<T>(cloud: Cloud, session: OpenSession, act: VisitorsWrite<T>): Promise<T> {
  await refuseWhenClosed(cloud, session.managerId);
  const conversations = knownConversations(cloud);
  const attempt = async () => {
    const remembered = conversations.get(session.conversationId);
    // A different epoch may be newer than the remembered one: do not refuse a visitor who resumed since.
    const known = remembered?.epoch === session.epoch ? remembered : await readState(cloud, session);
    // A block is read again each time because it may be over; a `too-fast` refusal is not.
    if (known.isBlocked) conversations.forget(session.conversationId);
    else conversations.remember(session.conversationId, known);
    const done = await tryWrite(cloud, session, known, act);
    if (done === AGAIN) {
      conversations.forget(session.conversationId);
      return AGAIN;
    }
    conversations.remember(session.conversationId, done.known);
    return done.result;
  };
  return conversations.inTurn(session.conversationId, () => retrying(RETRIES, attempt));
}

type Done<T> = { result: T; known: Known };

async function tryWrite<T>(cloud: Cloud, session: OpenSession, known: Known, act: VisitorsWrite<T>): Promise<Done<T> | typeof AGAIN> {
  if (!isSessionOpen(known, session)) throw new Problem('session-ended');
  const before = act.before?.(known);
  if (before !== undefined) return { result: before, known };
  if (known.isBlocked) throw new Problem('blocked');
  const turn = takeTurn(known.tat, cloud.now(), MESSAGE_RATE);
  const ofDay = takeTurn(known.dayTat, cloud.now(), MESSAGE_DAY_RATE);
  if (!turn.allowed) throw new Problem('too-fast', { retryAfterMs: turn.retryAfterMs });
  if (!ofDay.allowed) throw new Problem('too-fast', { retryAfterMs: ofDay.retryAfterMs });

  const tats = { tat: turn.tat, dayTat: ofDay.tat };
  try {
    const updateTime = await commit(cloud, session, known, act, tats);
    return { result: act.written(known, updateTime), known: { ...known, ...tats, updateTime } };
  } catch (error) {
    switch (storeErrorCode(error)) {
      case STORE_ERROR.failedPrecondition:
      // The store aborted this commit in favour of another one and wrote nothing.
      case STORE_ERROR.aborted:
        return AGAIN;
      case STORE_ERROR.notFound:
        throw new Problem('conversation-deleted');
      case STORE_ERROR.alreadyExists:
        if (act.existing) return { result: await act.existing(), known };
        throw error;
      default:
        throw error;
    }
  }
}

async function commit<T>(
  cloud: Cloud,
  { managerId, conversationId }: OpenSession,
  known: Known,
  act: VisitorsWrite<T>,
  tats: Pick<Known, 'tat' | 'dayTat'>,
): Promise<Timestamp> {
  const table = await cloud.tables();
  const batch = table.batch();
  const changes = await act.changes(table, batch, known);
  batch.update(table.conversation(managerId, conversationId), { ...changes, ...tats }, { lastUpdateTime: known.updateTime });
  const written = (await batch.commit()).at(-1);
  if (!written) throw new Problem('internal');
  return written.writeTime;
}

async function readState(cloud: Cloud, { managerId, conversationId }: OpenSession): Promise<Known> {
  const snapshot = await (await cloud.tables()).conversation(managerId, conversationId).get();
  const conversation = snapshot.data();
  if (!conversation || !snapshot.updateTime) throw new Problem('conversation-deleted');
  const { tat, dayTat, epoch, endedSessions, section, blockedAt } = conversation;
  const isBlocked = blockedAt !== null;
  return { updateTime: snapshot.updateTime, tat, dayTat, epoch, endedSessions, section, isBlocked, recent: new Map() };
}
