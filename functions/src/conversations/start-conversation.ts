import { lastMessageOf, type OpenConversation } from '@foyer/domain/conversation';
import { MESSAGE_DAY_RATE, MESSAGE_RATE } from '@foyer/domain/limits';
import type { askedAbout } from '@foyer/domain/profile';
import type { ResumeCode } from '@foyer/domain/resume-code';
import { FieldValue, type Timestamp } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import { STORE_ERROR, storeErrorCode } from '../db.ts';
import type { Network } from '../http/network.ts';
import { Problem } from '../http/problem.ts';
import { countConversation } from '../limits/manager-load.ts';
import { logs } from '../logs.ts';
import type { FoundManager } from '../managers/find-manager.ts';
import { rememberOpen } from '../managers/open-pages.ts';
import { conversationIdFor, resumeKeyHash } from '../sessions/resume-key.ts';
import { newSessionId, type OpenSession } from '../sessions/session-cookie.ts';
import { visitorToken } from '../sessions/visitor-token.ts';
import { countStart } from '../statistics/count-start.ts';
import { judgeFirstMessage } from '../trust/judge-first-message.ts';
import { knownConversations } from './known-conversations.ts';
import { openConversation } from './open-conversation.ts';
import { refuseCode } from './refuse-code.ts';
import { sendMessage } from './send-message.ts';

export interface FirstMessage {
  code: ResumeCode;
  messageId: string;
  text: string;
  name?: string | undefined;
  email?: string | undefined;
  /** What it is about: an item of the page as it is now, or nothing. */
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
 * Stores a conversation, its first message and the key that resumes it, in one batch or not at all. The ids derive from what the browser
 * made, so a first send whose answer was lost can be sent again: it is the same conversation. Throws `code-as-message`, `message-conflict`,
 * `conversation-deleted`, or what `judgeFirstMessage` and `sendMessage` throw.
 */
export async function startConversation(cloud: Cloud, found: FoundManager, network: Network | null, first: FirstMessage): Promise<Started> {
  refuseCode(first.text);
  const { managerId } = found;
  const key = cloud.config.resumeKeys[0] ?? '';
  const conversationId = conversationIdFor(key, managerId, first.code);
  const hash = resumeKeyHash(key, first.code);
  const tray = await judgeFirstMessage(cloud, managerId, network, { conversationId, ...first });
  const table = await cloud.tables();
  const now = FieldValue.serverTimestamp();
  const tat = cloud.now() + MESSAGE_RATE.refillMs;
  const dayTat = cloud.now() + MESSAGE_DAY_RATE.refillMs;

  const batch = table.batch();
  batch.create(table.conversation(managerId, conversationId), {
    visitor: { name: first.name ?? '', ...(first.email === undefined ? {} : { email: first.email }), locale: first.locale.slice(0, 35) },
    status: 'open',
    tray,
    lastMessage: lastMessageOf({ id: first.messageId, sender: 'visitor', text: first.text, at: now }),
    unread: 1,
    messageCount: 1,
    labels: [],
    pinned: false,
    snoozedUntil: null,
    blockedAt: null,
    epoch: 0,
    tat,
    dayTat,
    section: first.section?.title ?? null,
    createdAt: now,
    updatedAt: now,
  });
  batch.create(table.message(managerId, conversationId, first.messageId), { sender: 'visitor', text: first.text, createdAt: now });
  batch.create(table.resumeKey(hash), { managerId, conversationId, createdAt: now, retiredAt: null });
  await countConversation(cloud, batch, managerId);
  await countStart(cloud, batch, found, first.section?.kind ?? null);

  try {
    const [written] = await batch.commit();
    if (!written) throw new Problem('internal');
    logs.conversationStarted(managerId);
    rememberOpen(cloud, managerId);
    const known = { updateTime: written.writeTime, tat, dayTat, isBlocked: false, epoch: 0, endedSessions: [], recent: new Map() };
    knownConversations(cloud).remember(conversationId, known);
    const session = { managerId, conversationId, epoch: 0, sessionId: newSessionId() };
    return { session, opened: await justStarted(cloud, session, first, written.writeTime) };
  } catch (error) {
    if (storeErrorCode(error) !== STORE_ERROR.alreadyExists) throw error;
    return startedBefore(cloud, managerId, conversationId, hash, first);
  }
}

/** Everything is known already: nothing is read back. */
async function justStarted(cloud: Cloud, session: OpenSession, first: FirstMessage, at: Timestamp): Promise<OpenConversation> {
  const { managerId, conversationId: id } = session;
  const createdAt = at.toMillis();
  return {
    conversation: { id, managerId, status: 'open', isBlocked: false, name: first.name ?? '', messageCount: 1, createdAt },
    messages: [{ id: first.messageId, sender: 'visitor', text: first.text, createdAt }],
    token: await visitorToken(cloud, session, true),
  };
}

/**
 * The second arrival of a first send. The stored key is what proves the code: a code that was replaced since still derives the
 * conversation's id, and must open nothing.
 */
async function startedBefore(cloud: Cloud, managerId: string, conversationId: string, hash: string, first: FirstMessage): Promise<Started> {
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
  return { session, opened: await openConversation(cloud, session) };
}
