import { VISITOR } from '@foyer/domain/participant';
import { deleteApp, initializeApp } from 'firebase/app';
import { connectAuthEmulator, initializeAuth, inMemoryPersistence, signInWithCustomToken } from 'firebase/auth';
import { connectFirestoreEmulator, disableNetwork, enableNetwork, initializeFirestore, memoryLocalCache } from 'firebase/firestore';
import { type FollowingLive, followOverFirestore, type Place } from '../../conversation/over-firestore.ts';
import type { Heard } from '../../conversation/transport.ts';
import { after } from '../../lib/after.ts';
import { openAppCheck } from '../../lib/app-check.ts';
import { firebaseOptions } from '../../lib/firebase-options.ts';

export interface Live extends FollowingLive {
  /** Has the client connect again now. By itself it takes up to 13 s to see that the network is back. */
  wake(): void;
}

const SIGN_IN_MS = 15_000;
let apps = 0;

/**
 * Reads one conversation live. The app is a named one of its own with nothing kept on disk: the default app would sign a manager out who
 * looks at a page in the same browser. A listener that is opened before sign-in would be refused and stay dead, so sign-in comes first.
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
  // Offline, the client would go on trying, and ask google.com whether there is a network.
  addEventListener('offline', () => disableNetwork(db), { signal });
  addEventListener('online', () => enableNetwork(db), { signal });
  // The client can die of an assertion of its own, outside of every listener (firebase-js-sdk #9267).
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
  };
}
