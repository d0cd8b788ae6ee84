import { afterMessage } from '@foyer/domain/after-message';
import { MESSAGE_DAY_RATE, MESSAGE_RATE } from '@foyer/domain/limits';
import type { Message } from '@foyer/domain/message';
import { newTextMessage } from '@foyer/domain/new-message';
import { isFromVisitor, VISITOR } from '@foyer/domain/participant';
import { takeTurn } from '@foyer/domain/rate-limit';
import { FieldValue, type Timestamp } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import { STORE_ERROR, storeErrorCode, toMessage } from '../db.ts';
import { Problem } from '../http/problem.ts';
import { refuseWhenClosed } from '../managers/open-pages.ts';
import { AGAIN, retrying } from '../retrying.ts';
import type { OpenSession } from '../sessions/session-cookie.ts';
import { isSessionOpen } from './current-conversation.ts';
import { type Known, knownConversations } from './known-conversations.ts';
import { refuseCode } from './refuse-code.ts';

export interface NewMessage {
  messageId: string;
  text: string;
  replyTo?: string | undefined;
}

/**
 * How often a send is tried when the manager writes the same conversation at the same time. The first refusal is mostly their own reply or
 * read mark: it is over. More of them are a race.
 */
const RETRIES = { attempts: 6, jitterMs: 40, atOnce: 1 };

/**
 * Stores a visitor's message exactly once: one batch creates it under the client's id and updates the conversation on the condition that
 * nobody else has since. Two writes; a read only when this instance does not know the conversation's present state.
 * Throws `code-as-message`, `session-ended`, `conversation-deleted`, `unknown-slug` where the page was closed, `blocked`,
 * `message-conflict`, `too-fast` or `busy`.
 */
export async function sendMessage(cloud: Cloud, session: OpenSession, message: NewMessage): Promise<Message> {
  refuseCode(message.text);
  await refuseWhenClosed(cloud, session.managerId);
  const conversations = knownConversations(cloud);
  const send = async () => {
    const remembered = conversations.get(session.conversationId);
    // Another epoch than remembered may be the newer one: whoever resumed since must not be turned away.
    const known = remembered?.epoch === session.epoch ? remembered : await readState(cloud, session);
    // What is refused for being too fast is not read again each time; a block is: it may be over.
    if (known.isBlocked) conversations.forget(session.conversationId);
    else conversations.remember(session.conversationId, known);
    const sent = await trySend(cloud, session, known, message);
    if (sent === AGAIN) {
      conversations.forget(session.conversationId);
      return AGAIN;
    }
    conversations.remember(session.conversationId, sent.known);
    return sent.message;
  };
  return conversations.inTurn(session.conversationId, () => retrying(RETRIES, send));
}

type Sent = { message: Message; known: Known };

async function trySend(cloud: Cloud, session: OpenSession, known: Known, message: NewMessage): Promise<Sent | typeof AGAIN> {
  if (!isSessionOpen(known, session)) throw new Problem('session-ended');
  const before = known.recent.get(message.messageId);
  if (before) return { message: sameOrConflict(before, message), known };
  if (known.isBlocked) throw new Problem('blocked');
  const turn = takeTurn(known.tat, cloud.now(), MESSAGE_RATE);
  const ofDay = takeTurn(known.dayTat, cloud.now(), MESSAGE_DAY_RATE);
  if (!turn.allowed) throw new Problem('too-fast', { retryAfterMs: turn.retryAfterMs });
  if (!ofDay.allowed) throw new Problem('too-fast', { retryAfterMs: ofDay.retryAfterMs });

  try {
    const writtenAt = await write(cloud, session, known, message, { tat: turn.tat, dayTat: ofDay.tat });
    const stored = toMessage(message.messageId, newTextMessage({ sender: VISITOR, ...message }, writtenAt));
    known.recent.set(stored.id, stored);
    return { message: stored, known: { ...known, updateTime: writtenAt, tat: turn.tat, dayTat: ofDay.tat } };
  } catch (error) {
    switch (storeErrorCode(error)) {
      case STORE_ERROR.failedPrecondition:
      // The store gave this commit up for another one, and wrote nothing.
      case STORE_ERROR.aborted:
        return AGAIN;
      case STORE_ERROR.notFound:
        throw new Problem('conversation-deleted');
      case STORE_ERROR.alreadyExists:
        return { message: sameOrConflict(await readMessage(cloud, session, message.messageId), message), known };
      default:
        throw error;
    }
  }
}

/** The message and what it changes of its conversation, together or neither. */
async function write(
  cloud: Cloud,
  session: OpenSession,
  known: Known,
  message: NewMessage,
  tats: Pick<Known, 'tat' | 'dayTat'>,
): Promise<Timestamp> {
  const table = await cloud.tables();
  const now = FieldValue.serverTimestamp();
  const added = { id: message.messageId, message: newTextMessage<FieldValue>({ sender: VISITOR, ...message }, now) };
  const changes = afterMessage({}, added, { now, oneMore: () => FieldValue.increment(1) });
  const batch = table.batch();
  batch.create(table.message(session.managerId, session.conversationId, added.id), added.message);
  batch.update(
    table.conversation(session.managerId, session.conversationId),
    { ...changes, ...tats },
    { lastUpdateTime: known.updateTime },
  );
  const results = await batch.commit();
  const written = results[1];
  if (!written) throw new Problem('internal');
  return written.writeTime;
}

async function readState(cloud: Cloud, { managerId, conversationId }: OpenSession): Promise<Known> {
  const snapshot = await (await cloud.tables()).conversation(managerId, conversationId).get();
  const conversation = snapshot.data();
  if (!conversation || !snapshot.updateTime) throw new Problem('conversation-deleted');
  const { tat, dayTat, epoch, endedSessions, blockedAt } = conversation;
  return { updateTime: snapshot.updateTime, tat, dayTat, epoch, endedSessions, isBlocked: blockedAt !== null, recent: new Map() };
}

async function readMessage(cloud: Cloud, { managerId, conversationId }: OpenSession, messageId: string): Promise<Message> {
  const stored = (await (await cloud.tables()).message(managerId, conversationId, messageId).get()).data();
  if (!stored || !isFromVisitor(stored)) throw new Problem('message-conflict');
  return toMessage(messageId, stored);
}

function sameOrConflict(before: Message, now: NewMessage): Message {
  if (before.text !== now.text || before.replyTo !== now.replyTo) throw new Problem('message-conflict');
  return before;
}
