import {
  type DocumentSnapshot,
  doc,
  type Firestore,
  type FirestoreError,
  getDoc,
  getDocsFromServer,
  onSnapshot,
  type Query,
  type QuerySnapshot,
} from 'firebase/firestore';

/** A document that was found. Times that the server has yet to give are estimated by this browser's clock. */
export interface Found<D> {
  id: string;
  data: D;
  /** Whether a change made here has not reached the server. */
  isPending: boolean;
  /** Whether its own time is such an estimate. */
  isTimePending: boolean;
}

export interface Hearing<T> {
  /** `isFromServer` is false while the answer comes from this browser's own copy. */
  next(result: T, isFromServer: boolean): void;
  /** The listener has ended. */
  failed(error: FirestoreError): void;
}

/** How to listen. Both give the way to stop. `D` is what the documents are known to hold. */
export interface Listening {
  /** Listens to a query. `timedBy` is the field of its documents' own time. */
  query<D>(query: Query, timedBy: string, hearing: Hearing<Found<D>[]>): () => void;
  /** Listens to one document; `null` where there is none. */
  document<D>(db: Firestore, path: string, hearing: Hearing<D | null>): () => void;
}

const OPTIONS = { includeMetadataChanges: true };

/** Listens until it is denied. */
export const listening: Listening = {
  query: <D>(query: Query, timedBy: string, { next, failed }: Hearing<Found<D>[]>) =>
    onSnapshot(query, OPTIONS, (found) => next(allIn<D>(found, timedBy), !found.metadata.fromCache), failed),
  document: <D>(db: Firestore, path: string, { next, failed }: Hearing<D | null>) =>
    onSnapshot(doc(db, path), OPTIONS, (found) => next(found.exists() ? dataOf<D>(found) : null, !found.metadata.fromCache), failed),
};

/** Asks the server once, never this browser's own copy, where anything may be missing. Throws `FirestoreError`. */
export async function readQuery<D>(query: Query, timedBy: string): Promise<Found<D>[]> {
  return allIn<D>(await getDocsFromServer(query), timedBy);
}

/** Reads a document once: from the server where there is a connection. `null` where there is none. Throws `FirestoreError`. */
export async function readDocument<D>(db: Firestore, path: string): Promise<D | null> {
  const found = await getDoc(doc(db, path));
  return found.exists() ? dataOf<D>(found) : null;
}

function allIn<D>({ docs }: QuerySnapshot, timedBy: string): Found<D>[] {
  return docs.map((found) => ({
    id: found.id,
    data: dataOf<D>(found),
    isPending: found.metadata.hasPendingWrites,
    isTimePending: found.get(timedBy, { serverTimestamps: 'none' }) === null,
  }));
}

function dataOf<D>(found: DocumentSnapshot): D {
  return found.data({ serverTimestamps: 'estimate' }) as D;
}
