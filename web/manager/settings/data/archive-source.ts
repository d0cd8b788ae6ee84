import { LIST_MAX } from '@foyer/domain/limits';
import {
  collection,
  connectFirestoreEmulator,
  doc,
  documentId,
  getDoc,
  getDocs,
  getFirestore,
  limit,
  orderBy,
  type QueryDocumentSnapshot,
  query,
  startAfter,
} from 'firebase/firestore/lite';
import { after } from '../../../lib/after.ts';
import type { Firebase } from '../../firebase/firebase.ts';
import type { ArchiveSource } from './archive.ts';

const AGAIN_MS = 1000;
const AGAIN_MAX_MS = 15_000;
/** Asking again changes nothing about these. */
const FINAL = ['permission-denied', 'unauthenticated', 'invalid-argument', 'not-found'];

interface Options {
  signal: AbortSignal;
  /** Called when the store can't be reached, and when it can again. */
  waiting(isWaiting: boolean): void;
}

/**
 * Reads a manager's documents over plain requests: the dashboard's own client would put them all into its cache. A page that can't be
 * loaded is asked for again until it is there, so a lost connection only pauses the export. Throws if the rules refuse, or when `signal`
 * is aborted.
 */
export function openArchiveSource({ app, emulators }: Firebase, { signal, waiting }: Options): ArchiveSource {
  const db = getFirestore(app);
  // The client of an earlier export is already connected to them.
  if (emulators && !connected.has(db)) connectFirestoreEmulator(db, emulators.firestore.host, emulators.firestore.port);
  connected.add(db);

  async function insist<T>(load: () => Promise<T>): Promise<T> {
    for (let waitMs = AGAIN_MS; ; waitMs = Math.min(waitMs * 2, AGAIN_MAX_MS)) {
      signal.throwIfAborted();
      try {
        const loaded = await load();
        waiting(false);
        return loaded;
      } catch (cause) {
        if (FINAL.includes(codeOf(cause))) throw cause;
        waiting(true);
        await Promise.race([after(waitMs), online(signal)]);
      }
    }
  }

  return {
    document: async (path) => (await insist(() => getDoc(doc(db, path)))).data() ?? null,
    async *pages(path, order) {
      const sorted = order === 'id' ? [orderBy(documentId())] : [orderBy(order), orderBy(documentId())];
      for (let last: QueryDocumentSnapshot | undefined; ; ) {
        const from = last ? [startAfter(last)] : [];
        const { docs } = await insist(() => getDocs(query(collection(db, path), ...sorted, ...from, limit(LIST_MAX))));
        if (docs.length > 0) yield docs.map((found) => ({ id: found.id, data: found.data() }));
        last = docs.at(-1);
        if (docs.length < LIST_MAX) return;
      }
    },
  };
}

const connected = new WeakSet<object>();

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}

function online(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    addEventListener('online', () => resolve(), { once: true, signal });
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
