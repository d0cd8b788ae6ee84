import type { ManagerPresenceDocument, ShownPresence } from '@foyer/domain/manager-presence';
import { noticeAt, type PageNotice } from '@foyer/domain/page-state';
import { VISITOR } from '@foyer/domain/participant';
import { paths } from '@foyer/domain/paths';
import { deleteApp, initializeApp } from 'firebase/app';
import { connectAuthEmulator, initializeAuth, inMemoryPersistence, signInWithCustomToken } from 'firebase/auth';
import {
  connectFirestoreEmulator,
  disableNetwork,
  enableNetwork,
  initializeFirestore,
  memoryLocalCache,
  type Timestamp,
} from 'firebase/firestore';
import { type FollowingLive, followOverFirestore, type Place } from '../../conversation/over-firestore.ts';
import type { Heard } from '../../conversation/transport.ts';
import { after } from '../../lib/after.ts';
import { openAppCheck } from '../../lib/app-check.ts';
import { firebaseOptions } from '../../lib/firebase-options.ts';
import { listening } from '../../lib/live-query.ts';
import { createPresenceEar } from './presence-ear.ts';

export interface Live extends FollowingLive {
  /** Makes the client reconnect immediately. On its own it takes up to 13 s to notice that the network is back. */
  wake(): void;
  /**
   * Follows how the manager is there, `null` once that is refused, which ends nothing else; and what the page's state is, if the server has
   * written it. Returns the function that stops it.
   */
  followPresence(changed: (shown: ShownPresence | null) => void, pageChanged: (notice: PageNotice) => void): () => void;
}

const SIGN_IN_MS = 15_000;
let apps = 0;

/**
 * Reads one conversation live. Uses a separate named app without disk storage: the default app would sign out a manager who views a page in
 * the same browser. Signs in first, because a listener opened before would be refused and stay dead.
 */
export async function startLive(
  { token, managerId, conversationId }: Pick<Place, 'managerId' | 'conversationId'> & { token: string },
  heard: Heard,
): Promise<Live> {
  const { options, emulators, settings } = await firebaseOptions();
  const app = initializeApp(options, `visitor-${++apps}`);
  await openAppCheck(app, settings.appCheckKey);
  const auth = initializeAuth(app, { persistence: inMemoryPersistence });
  const db = initializeFirestore(app, { localCache: memoryLocalCache() });
  if (import.meta.env.MODE === 'emulators' && emulators) {
    connectAuthEmulator(auth, emulators.auth, { disableWarnings: true });
    connectFirestoreEmulator(db, emulators.firestore.host, emulators.firestore.port);
  }

  const ending = new AbortController();
  const { signal } = ending;
  const stop = () => {
    ending.abort();
    deleteApp(app).catch(() => undefined);
  };
  const failed = () => {
    stop();
    heard.failed();
  };

  try {
    const signedIn = await Promise.race([signInWithCustomToken(auth, token), after(SIGN_IN_MS)]);
    if (!signedIn) throw new Error('no answer');
  } catch (cause) {
    stop();
    throw cause;
  }

  const following = followOverFirestore({ db, managerId, conversationId, me: VISITOR }, { ...heard, failed });
  signal.addEventListener('abort', following.stop);
  // Offline, the client would keep trying, and ask google.com whether there is a network.
  addEventListener('offline', () => disableNetwork(db), { signal });
  addEventListener('online', () => enableNetwork(db), { signal });
  // The client can die of an internal assertion, outside every listener (firebase-js-sdk #9267).
  for (const type of ['error', 'unhandledrejection']) {
    addEventListener(
      type,
      (event) => {
        const said = String('reason' in event ? event.reason : event instanceof ErrorEvent && event.message);
        if (said.includes('INTERNAL ASSERTION FAILED')) failed();
      },
      { signal },
    );
  }

  return {
    ...following,
    stop,
    wake() {
      if (navigator.onLine) disableNetwork(db).then(() => enableNetwork(db));
    },
    followPresence(changed, pageChanged) {
      const ear = createPresenceEar(changed);
      const stopListening = listening.document<ManagerPresenceDocument<Timestamp>>(db, paths.managerPresence(managerId), {
        next(stored, isFromServer) {
          const { seenAt, state, status, statusUntil, page } = stored ?? {};
          if (!isFromServer) return;
          if (page) pageChanged(noticeAt(page, Date.now()));
          ear.hear({ state, status, seenAt: seenAt?.toMillis(), statusUntil: statusUntil?.toMillis() });
        },
        failed: () => changed(null),
      });
      const stop = () => {
        ear.stop();
        stopListening();
      };
      signal.addEventListener('abort', stop);
      return stop;
    },
  };
}
