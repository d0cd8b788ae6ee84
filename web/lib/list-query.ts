import { LIST_MAX } from '@foyer/domain/limits';
import {
  collection,
  documentId,
  endAt,
  type Firestore,
  limit,
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
  /** Fields, and the value that each must have, or the values of which it must have one. */
  where?: Readonly<Record<string, string | readonly string[]>>;
  /** The field of the time that orders the list. */
  newestBy: string;
  limit: number;
  /** Only what is older than this place. */
  after?: Cursor | null;
  /** Only what is as old as this place, or newer. */
  until?: Cursor | null;
}

/** The query of a list. Throws `RangeError` for a limit that the rules would refuse. */
export function queryOf(db: Firestore, list: ListQuery): Query {
  if (list.limit < 1 || list.limit > LIST_MAX) throw new RangeError(`a list has 1 to ${LIST_MAX} documents, not ${list.limit}`);
  const parts: QueryConstraint[] = Object.entries(list.where ?? {}).map(([field, value]) =>
    where(field, typeof value === 'string' ? '==' : 'in', value),
  );
  parts.push(orderBy(list.newestBy, 'desc'), orderBy(documentId(), 'desc'));
  if (list.after) parts.push(startAfter(list.after.at, list.after.id));
  if (list.until) parts.push(endAt(list.until.at, list.until.id));
  return query(collection(db, list.path), ...parts, limit(list.limit));
}
