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

/** A document in a result. Times that the server has not set yet are estimated by this browser's clock. */
export interface Found<D> {
  id: string;
  data: D;
  /** Whether a local change has not reached the server. */
  isPending: boolean;
  /** Whether its own time is such an estimate. */
  isTimePending: boolean;
}

export interface Hearing<T> {
  /** `isFromServer` is false for a result from this browser's own copy. */
  next(result: T, isFromServer: boolean): void;
  failed(error: FirestoreError): void;
}

/** Both return the function that stops listening. `D` is the type that the documents are known to have. */
export interface Listening {
  /** `timedBy` is the field of the documents' own time. */
  query<D>(query: Query, timedBy: string, hearing: Hearing<Found<D>[]>): () => void;
  /** Reports `null` if the document doesn't exist. */
  document<D>(db: Firestore, path: string, hearing: Hearing<D | null>): () => void;
}

const OPTIONS = { includeMetadataChanges: true };

/** Listens until access is denied. */
export const listening: Listening = {
  query: <D>(query: Query, timedBy: string, { next, failed }: Hearing<Found<D>[]>) =>
    onSnapshot(query, OPTIONS, (found) => next(allIn<D>(found, timedBy), !found.metadata.fromCache), failed),
  document: <D>(db: Firestore, path: string, { next, failed }: Hearing<D | null>) =>
    onSnapshot(doc(db, path), OPTIONS, (found) => next(found.exists() ? dataOf<D>(found) : null, !found.metadata.fromCache), failed),
};

/** Queries the server once, never this browser's own copy, which may be incomplete. Throws `FirestoreError`. */
export async function readQuery<D>(query: Query, timedBy: string): Promise<Found<D>[]> {
  return allIn<D>(await getDocsFromServer(query), timedBy);
}

/** Reads a document once, from the server if there is a connection. Returns `null` if it doesn't exist. Throws `FirestoreError`. */
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
