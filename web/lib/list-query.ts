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

/** A position in a list sorted by a time, newest first, then by id. */
export interface Cursor {
  at: Timestamp;
  id: string;
}

/** Fields with the value that each must have, one of the values, or a value that its list must contain. */
export type Filter = Readonly<Record<string, string | boolean | readonly string[] | { contains: string }>>;

/** A bounded query of one collection. The security rules refuse a list without a limit, or with more than `LIST_MAX`. */
export interface ListQuery {
  path: string;
  where?: Filter;
  newestBy: string;
  limit: number;
  /** Only documents older than this position. */
  after?: Cursor | null;
  /** Only documents as old as this position, or newer. */
  until?: Cursor | null;
}

/** Builds the query of a list. Throws `RangeError` for a limit that the rules would refuse. */
export function queryOf(db: Firestore, list: ListQuery): Query {
  if (list.limit < 1 || list.limit > LIST_MAX) throw new RangeError(`a list has 1 to ${LIST_MAX} documents, not ${list.limit}`);
  const parts: QueryConstraint[] = Object.entries(list.where ?? {}).map(([field, value]) =>
    typeof value !== 'object'
      ? where(field, '==', value)
      : 'contains' in value
        ? where(field, 'array-contains', value.contains)
        : where(field, 'in', value),
  );
  parts.push(orderBy(list.newestBy, 'desc'), orderBy(documentId(), 'desc'));
  if (list.after) parts.push(startAfter(list.after.at, list.after.id));
  if (list.until) parts.push(endAt(list.until.at, list.until.id));
  return query(collection(db, list.path), ...parts, limit(list.limit));
}
