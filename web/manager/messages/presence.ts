import { TYPING_MS } from '@foyer/domain/limits';
import { paths } from '@foyer/domain/paths';
import { type ReadonlySignal, signal } from '@preact/signals';
import { deleteField, doc, serverTimestamp, setDoc, type Timestamp } from 'firebase/firestore';
import { liveDocument } from '../../lib/live-query.ts';
import type { Store } from '../firebase/store.ts';
import { createPresencePen } from './presence-pen.ts';

interface PresenceDocument {
  seenAt: Timestamp;
  readAt?: Timestamp;
  typingAt?: Timestamp;
}

/** Both sides of being there: what the visitor shows, and what the manager tells. Nothing of it is worth an error. */
export interface Presence {
  isVisitorTyping: ReadonlySignal<boolean>;
  /** When that was told, by the server's clock: a message that is newer has ended it. */
  visitorTypingAtMs: ReadonlySignal<number>;
  /** Up to when the visitor has read, in ms since 1970; 0 when never. */
  visitorReadAtMs: ReadonlySignal<number>;
  markRead(): void;
  markTyping(): void;
  markTypingEnded(): void;
  close(): void;
}

/** Telling it this often keeps the mark alive on the other side. */
const TYPING_AGAIN_MS = TYPING_MS / 2;

export function openPresence({ db, managerId }: Store, conversationId: string): Presence {
  const isVisitorTyping = signal(false);
  const visitorReadAtMs = signal(0);
  const visitorTypingAtMs = signal(0);
  let typingTimer: ReturnType<typeof setTimeout> | undefined;
  let toldTypingAtMs = Number.NEGATIVE_INFINITY;

  const hearTyping = (atMs: number) => {
    // Clocks differ: a mark that moves on is new whatever it says; the first one is compared.
    const isNew = visitorTypingAtMs.value === 0 ? Math.abs(Date.now() - atMs) < TYPING_MS : atMs > visitorTypingAtMs.value;
    visitorTypingAtMs.value = atMs;
    if (atMs === 0 || isNew) clearTimeout(typingTimer);
    if (atMs === 0) isVisitorTyping.value = false;
    else if (isNew) {
      isVisitorTyping.value = true;
      typingTimer = setTimeout(() => {
        isVisitorTyping.value = false;
      }, TYPING_MS);
    }
  };

  const stop = liveDocument<PresenceDocument>(db, paths.presence(managerId, conversationId, 'visitor'), {
    next(found, isFromServer) {
      visitorReadAtMs.value = Math.max(visitorReadAtMs.value, found?.readAt?.toMillis() ?? 0);
      if (isFromServer) hearTyping(found?.typingAt?.toMillis() ?? 0);
    },
    failed() {},
  });

  const own = doc(db, paths.presence(managerId, conversationId, 'manager'));
  const pen = createPresencePen(async ({ read, typing }) => {
    // A mark that waits for a connection would come when it is no longer true.
    if (!navigator.onLine) return;
    await setDoc(
      own,
      {
        seenAt: serverTimestamp(),
        ...(read ? { readAt: serverTimestamp() } : {}),
        ...(typing === undefined ? {} : { typingAt: typing ? serverTimestamp() : deleteField() }),
      },
      { merge: true },
    );
  });

  return {
    isVisitorTyping,
    visitorTypingAtMs,
    visitorReadAtMs,
    markRead: () => pen.mark({ read: true }),
    markTyping() {
      if (performance.now() - toldTypingAtMs < TYPING_AGAIN_MS) return;
      toldTypingAtMs = performance.now();
      pen.mark({ typing: true });
    },
    markTypingEnded() {
      if (toldTypingAtMs === Number.NEGATIVE_INFINITY) return;
      toldTypingAtMs = Number.NEGATIVE_INFINITY;
      pen.mark({ typing: null });
    },
    close() {
      clearTimeout(typingTimer);
      pen.close();
      stop();
    },
  };
}
