import { afterMessage } from '@foyer/domain/after-message';
import type { Message } from '@foyer/domain/message';
import { searchable } from '@foyer/domain/message-terms';
import { newTextMessage } from '@foyer/domain/new-message';
import { isFromVisitor, VISITOR } from '@foyer/domain/participant';
import { FieldValue } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import { toMessage } from '../db.ts';
import { Problem } from '../http/problem.ts';
import { refuseWhenClosed, refuseWhenPaused } from '../managers/open-pages.ts';
import type { OpenSession } from '../sessions/session-cookie.ts';
import { refuseCode } from './refuse-code.ts';
import { writeAsVisitor } from './write-as-visitor.ts';

export interface NewMessage {
  messageId: string;
  text: string;
  replyTo?: string | undefined;
}

/** Stores a message exactly once, in two writes. Throws `code-as-message`, `message-conflict`, `messages-paused`, or what `writeAsVisitor` throws. */
export async function sendMessage(cloud: Cloud, session: OpenSession, message: NewMessage): Promise<Message> {
  refuseCode(message.text);
  const { managerId, conversationId } = session;
  const page = await refuseWhenClosed(cloud, managerId);
  return writeAsVisitor(cloud, session, {
    before({ recent, isBlocked }) {
      const before = recent.get(message.messageId);
      if (before) return sameOrConflict(before, message);
      if (!isBlocked) refuseWhenPaused(page, cloud.now());
      return undefined;
    },
    changes(table, batch) {
      const now = FieldValue.serverTimestamp();
      const text = newTextMessage<FieldValue>({ sender: VISITOR, ...message }, now);
      const added = { id: message.messageId, message: searchable(managerId, text) };
      batch.create(table.message(managerId, conversationId, added.id), added.message);
      return afterMessage({}, added, { now, oneMore: () => FieldValue.increment(1) });
    },
    written({ recent }, at) {
      const stored = toMessage(message.messageId, newTextMessage({ sender: VISITOR, ...message }, at));
      recent.set(stored.id, stored);
      return stored;
    },
    existing: async () => sameOrConflict(await readMessage(cloud, session, message.messageId), message),
  });
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
