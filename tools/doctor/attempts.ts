import { randomBytes } from 'node:crypto';
import { paths } from '@foyer/domain/paths';
import { documentsIn } from './rules-paths.ts';

/** One request that Firestore must refuse. */
export interface Attempt {
  verb: 'get' | 'list' | 'create' | 'delete' | 'query';
  // For messages: managers/*/conversations.
  place: string;
  method: 'GET' | 'POST' | 'DELETE';
  /** Below `.../documents`. */
  path: string;
  body?: object;
  /** The document that exists if this was allowed. */
  makes?: string;
}

/** More ids than any path has. */
const ANY = Array<string>(8).fill('*');
/** The lengths of real ids, so no rule refuses an id for its form alone. All use hexadecimal digits. */
const ID_LENGTHS: Readonly<Record<string, number>> = { managers: 28, messages: 21, notes: 21, resumeKeys: 64, slugs: 30, statistics: 7 };
const ID_LENGTH = 32;

/**
 * All requests that a stranger could try, for every path in `domain/paths.ts` and the rules: new collections are included automatically.
 * The ids are made up for each run, and no document has them. With a uid, only paths below `managers/{uid}`: someone who signed up and has
 * no page must not read or write there either.
 */
export function attempts(rules: string, uid: string | null = null): Attempt[] {
  const documents = [...new Set([...documentsOfPaths(), ...documentsIn(rules).map(anonymous)])].toSorted();
  if (uid !== null)
    return documents.filter((document) => document.startsWith(paths.manager('*'))).flatMap((document) => attemptsOn(document, uid));
  const groups = new Set(documents.map((document) => nameOf(collectionOf(document))));
  return [...documents.flatMap((document) => attemptsOn(document, null)), ...[...groups].map(queryOfAll)];
}

/** `managers/*`, `managers/*\/labels/*` and so on: a document for each path of `domain/paths.ts`. */
function documentsOfPaths(): string[] {
  const all = Object.values(paths as Record<string, (...ids: string[]) => string>).map((path) => path(...ANY));
  return all.map((path) => (path.split('/').length % 2 === 0 ? path : `${path}/*`)).map(anonymous);
}

/** `managers/{managerId}` and `strays/*.*` both as `.../*`. */
function anonymous(path: string): string {
  return path
    .split('/')
    .map((segment) => (/[*{]/.test(segment) ? '*' : segment))
    .join('/');
}

function attemptsOn(document: string, uid: string | null): Attempt[] {
  const makes = withIds(document, uid);
  const collection = collectionOf(makes);
  const place = uid === null ? collectionOf(document) : collectionOf(document).replace(paths.manager('*'), paths.manager('{own uid}'));
  const reads: Attempt[] = [
    { verb: 'get', place, method: 'GET', path: `/${makes}` },
    { verb: 'list', place, method: 'GET', path: `/${collection}?pageSize=1` },
  ];
  // A path without a made-up id could lead to a real document.
  if (!document.includes('*')) return reads;
  return [
    ...reads,
    { verb: 'create', place, method: 'POST', path: `/${collection}?documentId=${nameOf(makes)}`, body: { fields: {} }, makes },
    // Its id is made up, so this document doesn't exist.
    { verb: 'delete', place, method: 'DELETE', path: `/${withIds(document, uid)}` },
  ];
}

/** Replaces each `*` with a new id, or with the uid. */
function withIds(document: string, uid: string | null): string {
  const segments = document.split('/');
  return segments
    .map((segment, index) => {
      if (segment !== '*') return segment;
      if (index === 1 && uid !== null) return uid;
      return randomBytes(ID_LENGTH)
        .toString('hex')
        .slice(0, ID_LENGTHS[segments[index - 1] ?? ''] ?? ID_LENGTH);
    })
    .join('/');
}

function queryOfAll(collectionId: string): Attempt {
  const structuredQuery = { from: [{ collectionId, allDescendants: true }], limit: 1 };
  return { verb: 'query', place: `all ${collectionId}`, method: 'POST', path: ':runQuery', body: { structuredQuery } };
}

function collectionOf(document: string): string {
  return document.slice(0, document.lastIndexOf('/'));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
