import { LIST_MAX } from '@foyer/domain/limits';
import {
  collection,
  type DocumentSnapshot,
  doc,
  documentId,
  endAt,
  type Firestore,
  type FirestoreError,
  getDocs,
  limit,
  onSnapshot,
  orderBy,
  type Query,
  type QueryConstraint,
  query,
  startAfter,
  type Timestamp,
  where,
} from 'firebase/firestore';

/** A place in a list that is ordered by a time, newest first, then by id. */
export interface Cursor {
  at: Timestamp;
  id: string;
}

/** A bounded part of one collection. The security rules refuse a list without a limit, or with more than `LIST_MAX`. */
export interface ListQuery {
  path: string;
  /** Fields, and the value that each must have. */
  where?: Readonly<Record<string, string>>;
  /** The field of the time that orders the list. */
  newestBy: string;
  limit: number;
  /** Only what is older than this place. */
  after?: Cursor | null;
  /** Only what is as old as this place, or newer. */
  until?: Cursor | null;
}

/** A document that was found. Times that the server has yet to give are estimated by this browser's clock. */
export interface Found<D> {
  id: string;
  data: D;
  /** Whether a change made here has not reached the server. */
  isPending: boolean;
  /** Whether the time that orders the list is such an estimate. */
  isTimePending: boolean;
}

export interface Hearing<T> {
  /** `isFromServer` is false while the answer comes from this browser's own copy. */
  next(result: T, isFromServer: boolean): void;
  /** The listener has ended. A denial was tried again before. */
  failed(error: FirestoreError): void;
}

/** A fresh token can take a moment to be known; and listening again at once after a denial trips the SDK (firebase-js-sdk #9267). */
const RELISTEN_MS = 250;

/** Listens to a list until the returned function is called. `D` is what the collection is known to hold. */
export function liveList<D>(db: Firestore, list: ListQuery, hearing: Hearing<Found<D>[]>): () => void {
  const bounded = boundedQuery(db, list);
  return relistening(hearing, (next, failed) =>
    onSnapshot(
      bounded,
      { includeMetadataChanges: true },
      ({ docs, metadata }) =>
        next(
          docs.map((found) => foundIn<D>(found, list.newestBy)),
          !metadata.fromCache,
        ),
      failed,
    ),
  );
}

/** Listens to one document; `null` where there is none. */
export function liveDocument<D>(db: Firestore, path: string, hearing: Hearing<D | null>): () => void {
  return relistening(hearing, (next, failed) =>
    onSnapshot(
      doc(db, path),
      { includeMetadataChanges: true },
      (found) => next(found.exists() ? dataOf<D>(found) : null, !found.metadata.fromCache),
      failed,
    ),
  );
}

/** Reads a list once. Throws `FirestoreError`. */
export async function readList<D>(db: Firestore, list: ListQuery): Promise<Found<D>[]> {
  const { docs } = await getDocs(boundedQuery(db, list));
  return docs.map((found) => foundIn<D>(found, list.newestBy));
}

function boundedQuery(db: Firestore, list: ListQuery): Query {
  if (list.limit < 1 || list.limit > LIST_MAX) throw new RangeError(`a list has 1 to ${LIST_MAX} documents, not ${list.limit}`);
  const parts: QueryConstraint[] = Object.entries(list.where ?? {}).map(([field, value]) => where(field, '==', value));
  parts.push(orderBy(list.newestBy, 'desc'), orderBy(documentId(), 'desc'));
  if (list.after) parts.push(startAfter(list.after.at, list.after.id));
  if (list.until) parts.push(endAt(list.until.at, list.until.id));
  return query(collection(db, list.path), ...parts, limit(list.limit));
}

function foundIn<D>(found: DocumentSnapshot, newestBy: string): Found<D> {
  return {
    id: found.id,
    data: dataOf<D>(found),
    isPending: found.metadata.hasPendingWrites,
    isTimePending: found.get(newestBy, { serverTimestamps: 'none' }) === null,
  };
}

function dataOf<D>(found: DocumentSnapshot): D {
  return found.data({ serverTimestamps: 'estimate' }) as D;
}

type Listen<T> = (next: Hearing<T>['next'], failed: Hearing<T>['failed']) => () => void;

/** Tries a denied listener again, once for each time that the server has answered it. */
function relistening<T>({ next, failed }: Hearing<T>, listen: Listen<T>): () => void {
  let mayRetry = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop = () => {};
  const begin = () => {
    stop = listen(
      (result, isFromServer) => {
        mayRetry ||= isFromServer;
        next(result, isFromServer);
      },
      (error) => {
        if (error.code !== 'permission-denied' || !mayRetry) return failed(error);
        mayRetry = false;
        timer = setTimeout(begin, RELISTEN_MS);
      },
    );
  };
  begin();
  return () => {
    clearTimeout(timer);
    stop();
  };
}
