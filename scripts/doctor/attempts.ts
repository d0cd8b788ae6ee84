import { randomBytes } from 'node:crypto';
import { paths } from '@foyer/domain/paths';

/** One request that Firestore must refuse to a stranger. */
export interface Attempt {
  verb: 'get' | 'list' | 'create' | 'query';
  // Where, as a person reads it: managers/*/conversations.
  place: string;
  method: 'GET' | 'POST';
  /** Below `.../documents`. */
  path: string;
  body?: object;
  /** The document that is there if this was allowed. */
  makes?: string;
}

/** Gives an id of so many letters. */
type Id = (length: number) => string;

/** A document of every collection. The ids have the form of real ones, so that no rule refuses them for their form alone. */
const DOCUMENTS: readonly ((id: Id) => string)[] = [
  (id) => paths.manager(id(28)),
  (id) => paths.managerPresence(id(28)),
  (id) => paths.draft(id(28)),
  (id) => paths.picture(id(28), id(32)),
  (id) => paths.conversation(id(28), id(32)),
  (id) => paths.message(id(28), id(32), id(21)),
  (id) => paths.presence(id(28), id(32), 'visitor'),
  (id) => `${paths.notes(id(28), id(32))}/${id(21)}`,
  (id) => paths.statistics(id(28), id(7)),
  (id) => paths.slug(id(30)),
  (id) => paths.listing(id(28)),
  (id) => paths.resumeKey(id(64)),
  (id) => paths.limit(id(32)),
  (id) => paths.stray(id(28), id(32)),
  (id) => paths.erasure(id(32)),
  (id) => paths.report(id(32)),
  (id) => paths.job(id(12)),
];
const GROUPS = [paths.conversationsOfAll(), paths.picturesOfAll(), paths.messagesOfAll()];

/** Everything that a stranger could try. No document has these ids: they are made up for each run. */
export function attempts(): Attempt[] {
  return [...DOCUMENTS.flatMap(attemptsOn), ...GROUPS.map(queryOfAll)];
}

function attemptsOn(document: (id: Id) => string): Attempt[] {
  const makes = document((length) => randomBytes(length).toString('hex').slice(0, length));
  const collection = collectionOf(makes);
  const place = collectionOf(document(() => '*'));
  return [
    { verb: 'get', place, method: 'GET', path: `/${makes}` },
    { verb: 'list', place, method: 'GET', path: `/${collection}?pageSize=1` },
    { verb: 'create', place, method: 'POST', path: `/${collection}?documentId=${nameOf(makes)}`, body: { fields: {} }, makes },
  ];
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
