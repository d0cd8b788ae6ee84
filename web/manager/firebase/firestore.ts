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

/** Opens Firestore with a persistent cache. Where the browser refuses storage, the SDK uses memory. */
export function openFirestore({ app, emulators }: Firebase): Firestore {
  const localCache =
    typeof indexedDB === 'undefined' ? memoryLocalCache() : persistentLocalCache({ tabManager: persistentMultipleTabManager() });
  const db = initializeFirestore(app, { localCache });
  if (emulators) connectFirestoreEmulator(db, emulators.firestore.host, emulators.firestore.port);
  return db;
}

const PATIENCE_MS = 1500;

/** Whether writes are still not confirmed by the server after 1.5 s. */
export async function hasPendingWrites(db: Firestore): Promise<boolean> {
  const patience = new Promise<boolean>((resolve) => setTimeout(() => resolve(true), PATIENCE_MS));
  return Promise.race([waitForPendingWrites(db).then(() => false), patience]);
}

/** Removes the cache, so that the next person in this browser can't read it. If another tab is open, that tab removes it when it signs out. */
export async function closeFirestore(db: Firestore): Promise<void> {
  await terminate(db);
  await clearIndexedDbPersistence(db).catch(() => {});
}
