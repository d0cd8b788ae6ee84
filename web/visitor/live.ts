import type { VisitorConversation } from '@foyer/domain/conversation';
import { MESSAGES_PAGE } from '@foyer/domain/limits';
import type { Message } from '@foyer/domain/message';
import { paths } from '@foyer/domain/paths';
import { deleteApp, initializeApp } from 'firebase/app';
import { connectAuthEmulator, initializeAuth, inMemoryPersistence, signInWithCustomToken } from 'firebase/auth';
import {
  collection,
  connectFirestoreEmulator,
  type DocumentSnapshot,
  disableNetwork,
  doc,
  enableNetwork,
  getDocFromServer,
  getDocs,
  initializeFirestore,
  limit,
  memoryLocalCache,
  onSnapshot,
  orderBy,
  type QueryDocumentSnapshot,
  query,
  serverTimestamp,
  setDoc,
  startAfter,
  Timestamp,
} from 'firebase/firestore';
import { openAppCheck } from '../lib/app-check.ts';
import { firebaseOptions } from '../lib/firebase-options.ts';
import type { Mark } from './presence.ts';

export interface LiveEvents {
  /** The newest page, oldest first, each time it changes. */
  messages(newest: Message[], isFull: boolean): void;
  about(marks: Pick<VisitorConversation, 'status' | 'isBlocked'>): void;
  /** The manager's marks, in ms by the server's clock; 0 for none. */
  manager(marks: { readAt: number; typingAt: number }): void;
  /** Reading has ended for good: refused, or the client broke. */
  failed(): void;
}

export interface Live {
  /** The page before the oldest that was read here, oldest first. */
  older(): Promise<Message[]>;
  mark(marks: readonly Mark[]): Promise<void>;
  /** One read from the server: the id of its newest message. Rejects when the client cannot reach it. */
  newest(): Promise<string>;
  stop(): void;
}

interface Place {
  token: string;
  managerId: string;
  conversationId: string;
}

const SIGN_IN_MS = 15_000;
let apps = 0;

/**
 * Reads one conversation live. The app is a named one of its own with nothing kept on disk: the default app would sign a manager out who
 * looks at a page in the same browser. A listener that is opened before sign-in would be refused and stay dead, so sign-in comes first.
 */
export async function startLive({ token, managerId, conversationId }: Place, events: LiveEvents): Promise<Live> {
  const { options, emulators, settings } = await firebaseOptions();
  const app = initializeApp(options, `visitor-${++apps}`);
  await openAppCheck(app, settings.appCheckKey);
  const auth = initializeAuth(app, { persistence: inMemoryPersistence });
  const db = initializeFirestore(app, { localCache: memoryLocalCache() });
  if (import.meta.env.MODE === 'emulators' && emulators) {
    connectAuthEmulator(auth, emulators.auth, { disableWarnings: true });
    connectFirestoreEmulator(db, emulators.firestore.host, emulators.firestore.port);
  }

  const endings: (() => void)[] = [];
  const stop = () => {
    for (const end of endings.splice(0)) end();
    deleteApp(app).catch(() => undefined);
  };
  const failed = () => {
    stop();
    events.failed();
  };

  try {
    await Promise.race([signInWithCustomToken(auth, token), rejectAfter(SIGN_IN_MS)]);
  } catch (cause) {
    stop();
    throw cause;
  }

  const conversation = doc(db, paths.conversation(managerId, conversationId));
  const newestFirst = query(collection(db, paths.messages(managerId, conversationId)), orderBy('createdAt', 'desc'), limit(MESSAGES_PAGE));
  let oldest: QueryDocumentSnapshot | undefined;

  endings.push(
    onSnapshot(
      newestFirst,
      ({ docs }) => {
        oldest ??= docs.at(-1);
        events.messages(docs.map(toMessage).reverse(), docs.length === MESSAGES_PAGE);
      },
      failed,
    ),
    onSnapshot(
      conversation,
      (snapshot) => events.about({ status: statusOf(snapshot), isBlocked: (snapshot.get('blockedAt') ?? null) !== null }),
      failed,
    ),
    onSnapshot(
      doc(db, paths.presence(managerId, conversationId, 'manager')),
      (snapshot) => events.manager({ readAt: millis(snapshot, 'readAt'), typingAt: millis(snapshot, 'typingAt') }),
      failed,
    ),
    onBroken(failed),
    // Offline, the client would go on trying, and ask google.com whether there is a network.
    on(['offline'], () => disableNetwork(db)),
    on(['online'], () => enableNetwork(db)),
  );

  return {
    stop,
    async older() {
      if (!oldest) return [];
      const { docs } = await getDocs(query(newestFirst, startAfter(oldest)));
      oldest = docs.at(-1) ?? oldest;
      return docs.map(toMessage).reverse();
    },
    mark: (marks) =>
      setDoc(
        doc(db, paths.presence(managerId, conversationId, 'visitor')),
        Object.fromEntries(['seenAt', ...marks].map((mark) => [mark, serverTimestamp()])),
        { merge: true },
      ),
    async newest() {
      return String((await getDocFromServer(conversation)).get('lastMessage.id'));
    },
  };
}

function toMessage(snapshot: QueryDocumentSnapshot): Message {
  return {
    id: snapshot.id,
    sender: snapshot.get('sender') === 'manager' ? 'manager' : 'visitor',
    text: String(snapshot.get('text')),
    createdAt: millis(snapshot, 'createdAt'),
  };
}

function statusOf(snapshot: DocumentSnapshot): VisitorConversation['status'] {
  const status: unknown = snapshot.get('status');
  return status === 'closed' || status === 'snoozed' ? status : 'open';
}

function millis(snapshot: DocumentSnapshot, field: string): number {
  const time: unknown = snapshot.get(field);
  return time instanceof Timestamp ? time.toMillis() : 0;
}

/** The client can die of an assertion of its own, outside of every listener (firebase-js-sdk #9267). */
function onBroken(broken: () => void): () => void {
  return on(['error', 'unhandledrejection'], (event) => {
    const said = String('reason' in event ? event.reason : event instanceof ErrorEvent && event.message);
    if (said.includes('INTERNAL ASSERTION FAILED')) broken();
  });
}

function on(types: readonly string[], hear: (event: Event) => void): () => void {
  for (const type of types) addEventListener(type, hear);
  return () => {
    for (const type of types) removeEventListener(type, hear);
  };
}

function rejectAfter(ms: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('no answer')), ms);
  });
}
