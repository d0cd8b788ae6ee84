import { isNewer, MESSAGE_VERSION, upgradeMessage } from '@foyer/domain/conversation-versions';
import { MESSAGES_PAGE } from '@foyer/domain/limits';
import type { MessageDocument } from '@foyer/domain/message';
import { plainTextOf } from '@foyer/domain/messages/kinds';
import { otherSideOf, type ParticipantId } from '@foyer/domain/participant';
import { paths } from '@foyer/domain/paths';
import type { PresenceDocument } from '@foyer/domain/presence';
import {
  collection,
  deleteField,
  doc,
  type Firestore,
  limit,
  orderBy,
  query,
  serverTimestamp,
  setDoc,
  startAfter,
  Timestamp,
} from 'firebase/firestore';
import { type Found, type Listening, listening, readQuery } from '../lib/live-query.ts';
import type { Marks } from './marks.ts';
import type { ThreadMessage } from './messages.ts';
import type { Following, Heard } from './transport.ts';

export interface Place {
  db: Firestore;
  managerId: string;
  conversationId: string;
  me: ParticipantId;
}

const TIME = 'createdAt';

export interface FollowingLive extends Following {
  older(oldest: ThreadMessage): Promise<ThreadMessage[]>;
  /** Writes own marks. Rejects if they are refused. */
  mark(marks: Marks): Promise<void>;
  /** Reads the id of the newest message from the server. Rejects if it can't be reached. */
  newest(): Promise<string | undefined>;
}

/**
 * Follows the newest messages and the other participant's presence, with a listener each. When either ends, both do: once a visitor's
 * sessions are ended, the presence listener is refused immediately, while the other one stays silent. Managers pass a `listen` that retries
 * after a refusal, since a fresh token can take a moment to be known.
 */
export function followOverFirestore(
  { db, managerId, conversationId, me }: Place,
  heard: Heard,
  listen: Listening = listening,
): FollowingLive {
  const newestFirst = query(collection(db, paths.messages(managerId, conversationId)), orderBy(TIME, 'desc'), limit(MESSAGES_PAGE));
  const theirs = paths.presence(managerId, conversationId, otherSideOf(me));
  const own = doc(db, paths.presence(managerId, conversationId, me));
  const failed = () => {
    stop();
    heard.failed();
  };
  const stopMessages = listen.query<MessageDocument<Timestamp>>(newestFirst, TIME, {
    next(found, isFromServer) {
      if (found.some(({ data }) => isNewer(data, MESSAGE_VERSION))) heard.newer();
      heard.messages(found.map(toMessage).reverse(), isFromServer);
    },
    failed,
  });
  const stopMarks = listen.document<PresenceDocument<Timestamp>>(db, theirs, {
    next(found, isFromServer) {
      heard.marks({ readAt: millisOf(found?.readAt), typingAt: millisOf(found?.typingAt), isBlocked: found?.isBlocked }, isFromServer);
    },
    failed,
  });
  const stop = () => {
    stopMessages();
    stopMarks();
  };

  return {
    stop,
    async older({ createdAt }) {
      // The time may come from the API, in whole milliseconds.
      const before = query(newestFirst, startAfter(Timestamp.fromMillis(Math.floor(createdAt) + 1)));
      return (await readQuery<MessageDocument<Timestamp>>(before, TIME)).map(toMessage).reverse();
    },
    async mark({ read, typing }) {
      const now = serverTimestamp();
      const marks = { seenAt: now, ...(read && { readAt: now }), ...(typing !== undefined && { typingAt: typing ? now : deleteField() }) };
      await setDoc(own, marks, { merge: true });
    },
    async newest() {
      return (await readQuery(query(newestFirst, limit(1)), TIME))[0]?.id;
    },
  };
}

function toMessage({ id, data, isPending, isTimePending }: Found<MessageDocument<Timestamp>>): ThreadMessage {
  const { kind, sender, createdAt, replyTo, ...content } = upgradeMessage(data);
  return {
    id,
    kind,
    sender,
    text: plainTextOf(kind, content),
    createdAt: millisOf(createdAt),
    ...(replyTo && { replyTo }),
    ...((isPending || isTimePending) && { isPending: true }),
  };
}

/** Keeps the fraction, because the store sorts messages by it. */
function millisOf(time: Timestamp | undefined): number {
  return time ? time.seconds * 1000 + time.nanoseconds / 1e6 : 0;
}
