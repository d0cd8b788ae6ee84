import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

/**
 * The emulator runs any query; production refuses one without its index. So every place that filters or orders is listed here, with what
 * serves it: an automatic single-field index, or an entry of firestore.indexes.json.
 */
const QUERIES: Record<string, readonly string[]> = {
  'functions/src/managers/find-manager.ts': ['single: slug'],
  'functions/src/managers/move-page.ts': ['single: managerId'],
  'functions/src/managers/verify-link.ts': ['single: managerId'],
  // Everybody, newest first; those with a word; those whom search engines may know.
  'functions/src/directory/find-listings.ts': [
    'single: listedAt',
    'COLLECTION directory: terms, listedAt',
    'COLLECTION directory: isIndexed, listedAt',
  ],
  'functions/src/directory/plain-terms.ts': ['single: __name__'],
  'functions/src/conversations/open-conversation.ts': ['single: createdAt'],
  // Two equalities: Firestore merges their automatic indexes.
  'functions/src/conversations/active-keys.ts': ['single: conversationId', 'single: retiredAt'],
  'functions/src/conversations/export-conversation.ts': ['single: createdAt'],
  'functions/src/conversations/sweep-keys.ts': ['single: retiredAt'],
  'functions/src/accounts/check-accounts.ts': ['single: __name__'],
  'functions/src/accounts/erase-account.ts': ['single: managerId'],
  'functions/src/purge.ts': [
    'single: requestedAt',
    'single: expireAt',
    'single: retiredAt',
    'single: isAccount',
    'single: __name__',
    'COLLECTION_GROUP deletions: deletedAt',
  ],
  'functions/src/statistics/count-messages.ts': ['COLLECTION_GROUP messages: createdAt'],
  'functions/src/statistics/take-down-waits.ts': ['single: createdAt'],
  'functions/src/pictures/purge-pictures.ts': ['COLLECTION_GROUP pictures: unusedSince', 'single: since'],
  'functions/src/conversations/archive-closed.ts': ['COLLECTION_GROUP conversations: status, snoozedUntil'],
  'functions/src/conversations/wake-conversations.ts': ['COLLECTION_GROUP conversations: status, snoozedUntil'],
  // Lists of documents with equal fields, newest first: the inbox, and the other trays.
  'web/lib/list-query.ts': ['COLLECTION conversations: tray, status, lastMessage.at', 'COLLECTION conversations: tray, lastMessage.at'],
  'web/conversation/over-firestore.ts': ['single: createdAt'],
};

interface Indexes {
  indexes: { collectionGroup: string; queryScope: string; fields: { fieldPath: string }[] }[];
  fieldOverrides: { collectionGroup: string; fieldPath: string; indexes: { queryScope: string; order: string }[] }[];
}

const root = new URL('../../', import.meta.url);

async function sources(folder: string): Promise<string[]> {
  const names = await readdir(new URL(folder, root), { recursive: true });
  return names.map((name) => `${folder}/${name}`).filter((name) => /\.tsx?$/.test(name) && !/\.test\.|node_modules|\/dist\//.test(name));
}

test('every query has its index', async () => {
  const querying: string[] = [];
  for (const name of (await Promise.all(['functions/src', 'web'].map(sources))).flat()) {
    if (/\b(where|orderBy)\(/.test(await readFile(new URL(name, root), 'utf8'))) querying.push(name);
  }
  expect(querying.sort()).toEqual(Object.keys(QUERIES).sort());
  const { indexes, fieldOverrides } = JSON.parse(await readFile(new URL('firestore.indexes.json', root), 'utf8')) as Indexes;
  const composite = indexes.map(
    (index) => `${index.queryScope} ${index.collectionGroup}: ${index.fields.map((field) => field.fieldPath).join(', ')}`,
  );
  // Those of one field are made by themselves within a collection, and only there.
  const acrossManagers = fieldOverrides.flatMap(({ collectionGroup, fieldPath, indexes: scopes }) =>
    scopes.some(({ queryScope }) => queryScope === 'COLLECTION_GROUP') ? [`COLLECTION_GROUP ${collectionGroup}: ${fieldPath}`] : [],
  );
  const needed = Object.values(QUERIES)
    .flat()
    .filter((index) => !index.startsWith('single'));
  expect([...composite, ...acrossManagers].sort()).toEqual([...new Set(needed)].sort());
});

test('a field that is indexed across managers keeps the indexes that it would have by itself', async () => {
  const { fieldOverrides } = JSON.parse(await readFile(new URL('firestore.indexes.json', root), 'utf8')) as Indexes;
  for (const { indexes } of fieldOverrides.filter((override) => override.indexes.length > 0)) {
    const within = indexes.filter(({ queryScope }) => queryScope === 'COLLECTION').map(({ order }) => order);
    expect(within.sort()).toEqual(['ASCENDING', 'DESCENDING']);
  }
});
