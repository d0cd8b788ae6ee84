import {
  clearIndexedDbPersistence,
  connectFirestoreEmulator,
  type Firestore,
  initializeFirestore,
  memoryLocalCache,
  persistentLocalCache,
  persistentMultipleTabManager,
  terminate,
  waitForPendingWrites,
} from 'firebase/firestore';
import type { Firebase } from './firebase.ts';

/** Opens Firestore with a copy of what was read on this machine; where the browser refuses to keep it, the SDK goes on from memory. */
export function openFirestore({ app, emulators }: Firebase): Firestore {
  const localCache =
    typeof indexedDB === 'undefined' ? memoryLocalCache() : persistentLocalCache({ tabManager: persistentMultipleTabManager() });
  const db = initializeFirestore(app, { localCache });
  if (emulators) connectFirestoreEmulator(db, emulators.firestore.host, emulators.firestore.port);
  return db;
}

const PATIENCE_MS = 1500;

/** Whether something that was done here has not reached the server, and does not within a moment. */
export async function hasPendingWrites(db: Firestore): Promise<boolean> {
  const patience = new Promise<boolean>((resolve) => setTimeout(() => resolve(true), PATIENCE_MS));
  return Promise.race([waitForPendingWrites(db).then(() => false), patience]);
}

/** Removes what was kept: whoever uses this browser next must not find it. With another tab open, that tab removes it when it leaves. */
export async function closeFirestore(db: Firestore): Promise<void> {
  await terminate(db);
  await clearIndexedDbPersistence(db).catch(() => {});
}
