import type { OpenConversation, Visitor } from '@foyer/domain/conversation';
import { MESSAGE_DAY_RATE, MESSAGE_RATE } from '@foyer/domain/limits';
import { searchable } from '@foyer/domain/message-terms';
import { newConversation } from '@foyer/domain/new-conversation';
import { newTextMessage } from '@foyer/domain/new-message';
import { isOpen } from '@foyer/domain/page-state';
import { VISITOR } from '@foyer/domain/participant';
import type { askedAbout } from '@foyer/domain/profile';
import type { ResumeCode } from '@foyer/domain/resume-code';
import { FieldValue } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import { STORE_ERROR, storeErrorCode, toMessage } from '../db.ts';
import type { Network } from '../http/network.ts';
import { Problem } from '../http/problem.ts';
import { countConversation } from '../limits/manager-load.ts';
import { logs } from '../logs.ts';
import type { FoundManager } from '../managers/find-manager.ts';
import { refuseWhenPaused, rememberOpen } from '../managers/open-pages.ts';
import { conversationIdFor, resumeKeyHash } from '../sessions/resume-key.ts';
import { newSessionId, type OpenSession } from '../sessions/session-cookie.ts';
import { visitorToken } from '../sessions/visitor-token.ts';
import { countStart } from '../statistics/count-start.ts';
import { judgeFirstMessage } from '../trust/judge-first-message.ts';
import { knownConversations } from './known-conversations.ts';
import { forVisitor, openConversation } from './open-conversation.ts';
import { refuseCode } from './refuse-code.ts';
import { sendMessage } from './send-message.ts';

export interface FirstMessage {
  code: ResumeCode;
  messageId: string;
  text: string;
  name?: string | undefined;
  email?: string | undefined;
  section: ReturnType<typeof askedAbout>;
  locale: string;
  recaptchaToken?: string | undefined;
  proof?: string | undefined;
  isForm?: boolean | undefined;
}

export interface Started {
  session: OpenSession;
  opened: OpenConversation;
}

/**
 * Stores a conversation, its first message and its key in one batch. The ids derive from the browser's input, so a repeated first send is
 * the same conversation. Throws `unknown-slug`, `messages-paused`, `code-as-message`, `message-conflict`, `conversation-deleted`, or what `judgeFirstMessage` and
 * `sendMessage` throw.
 */
export async function startConversation(cloud: Cloud, found: FoundManager, network: Network | null, first: FirstMessage): Promise<Started> {
  refuseCode(first.text);
  const { managerId, manager } = found;
  if (!isOpen(manager)) throw new Problem('unknown-slug');
  refuseWhenPaused(manager, cloud.now());
  const key = cloud.config.resumeKeys[0] ?? '';
  const conversationId = conversationIdFor(key, managerId, first.code);
  const hash = resumeKeyHash(key, first.code);
  const tray = await judgeFirstMessage(cloud, managerId, network, { conversationId, ...first });
  const table = await cloud.tables();
  const now = FieldValue.serverTimestamp();
  const tat = cloud.now() + MESSAGE_RATE.refillMs;
  const dayTat = cloud.now() + MESSAGE_DAY_RATE.refillMs;

  const batch = table.batch();
  const given = { visitor: visitorOf(first), tray, section: first.section?.title ?? null, tat, dayTat };
  const message = firstMessage<FieldValue>(managerId, first, now);
  batch.create(table.conversation(managerId, conversationId), newConversation<FieldValue>(given, message, now));
  batch.create(table.message(managerId, conversationId, message.id), message.message);
  batch.create(table.resumeKey(hash), { managerId, conversationId, createdAt: now, retiredAt: null });
  await countConversation(cloud, batch, managerId);
  await countStart(cloud, batch, found, first.section?.kind ?? null);

  try {
    const [written] = await batch.commit();
    if (!written) throw new Problem('internal');
    logs.conversationStarted(managerId);
    rememberOpen(cloud, managerId, manager);
    const known = {
      updateTime: written.writeTime,
      tat,
      dayTat,
      isBlocked: false,
      epoch: 0,
      endedSessions: [],
      section: given.section,
      recent: new Map(),
    };
    knownConversations(cloud).remember(conversationId, known);
    const session = { managerId, conversationId, epoch: 0, sessionId: newSessionId() };
    const added = firstMessage(managerId, first, written.writeTime);
    const conversation = forVisitor(managerId, conversationId, newConversation(given, added, written.writeTime));
    const token = await visitorToken(cloud, session, true);
    return { session, opened: { conversation, messages: [toMessage(added.id, added.message)], token } };
  } catch (error) {
    if (storeErrorCode(error) !== STORE_ERROR.alreadyExists) throw error;
    return startedBefore(cloud, found, conversationId, hash, first);
  }
}

function visitorOf({ name = '', email, locale }: FirstMessage): Visitor {
  return { name, ...(email === undefined ? {} : { email }), locale: locale.slice(0, 35) };
}

function firstMessage<T>(managerId: string, { messageId, text }: FirstMessage, now: T) {
  return { id: messageId, message: searchable(managerId, newTextMessage({ sender: VISITOR, text }, now)) };
}

/** A repeated first send. The stored key proves the code: a replaced code still derives the conversation's id, and must open nothing. */
async function startedBefore(
  cloud: Cloud,
  { managerId, manager }: FoundManager,
  conversationId: string,
  hash: string,
  first: FirstMessage,
): Promise<Started> {
  const table = await cloud.tables();
  const [resumeKey, conversation] = await table.consistently((transaction) =>
    Promise.all([transaction.get(table.resumeKey(hash)), transaction.get(table.conversation(managerId, conversationId))]),
  );
  const epoch = conversation.data()?.epoch;
  if (epoch === undefined) throw new Problem('conversation-deleted');
  const key = resumeKey.data();
  if (key?.conversationId !== conversationId || key.retiredAt !== null) throw new Problem('message-conflict');
  const session = { managerId, conversationId, epoch, sessionId: newSessionId() };
  await sendMessage(cloud, session, first);
  return { session, opened: await openConversation(cloud, session, manager) };
}
