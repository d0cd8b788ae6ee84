import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

/**
 * The emulator runs any query; production refuses one without its index. So this lists every file that filters or orders, with the index it
 * uses: an automatic single-field index, or an entry of firestore.indexes.json.
 */
const QUERIES: Record<string, readonly string[]> = {
  'functions/src/managers/find-manager.ts': ['single: slug'],
  'functions/src/managers/move-page.ts': ['single: managerId'],
  'functions/src/managers/verify-link.ts': ['single: managerId'],
  // Everyone, newest first; those with a word; those open to search engines.
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
  'functions/src/events/failures.ts': ['single: nextAt'],
  'functions/src/accounts/check-accounts.ts': ['single: __name__'],
  'functions/src/accounts/erase-account.ts': ['single: managerId'],
  'functions/src/accounts/erase-due-accounts.ts': ['single: deletionDueAt'],
  'functions/src/purge.ts': [
    'single: requestedAt',
    'single: expireAt',
    'single: retiredAt',
    'single: isAccount',
    'single: __name__',
    'COLLECTION_GROUP deletions: deletedAt',
  ],
  'functions/src/conversations/erase-conversation.ts': ['single: conversationId', 'single: conversations'],
  'functions/src/mail/send-confirmation.ts': ['single: sendAt'],
  'functions/src/events/queue.ts': [
    'single: mailDueAt',
    'COLLECTION alerts: managerId, to, mailDueAt',
    'COLLECTION alerts: conversationId, to, mailDueAt',
  ],
  'functions/src/events/mail-to-visitor/send-answer.ts': ['single: createdAt'],
  'functions/src/statistics/count-messages.ts': ['COLLECTION_GROUP messages: createdAt'],
  'functions/src/statistics/take-down-waits.ts': ['single: createdAt'],
  'functions/src/pictures/purge-pictures.ts': ['COLLECTION_GROUP pictures: unusedSince', 'single: since'],
  'functions/src/conversations/archive-closed.ts': ['COLLECTION_GROUP conversations: status, snoozedUntil'],
  // Deleted labels, and the conversations that have one.
  'functions/src/conversations/clear-labels.ts': ['COLLECTION_GROUP labels: deletedAt', 'single: labels'],
  // What old dashboards left, and what was stored before the field.
  'functions/src/conversations/correct-unread.ts': [
    'COLLECTION_GROUP conversations: isUnread, unread',
    'COLLECTION_GROUP conversations: unread',
  ],
  'functions/src/conversations/send-scheduled-replies.ts': ['COLLECTION_GROUP scheduled: sendAt'],
  'functions/src/conversations/wake-conversations.ts': ['COLLECTION_GROUP conversations: status, snoozedUntil'],
  'functions/src/search/find-messages.ts': ['COLLECTION_GROUP messages: managerId, terms, createdAt'],
  // By name and section, or by one of the filters; `in` of several values merges as many ranges of the index.
  'functions/src/search/find-conversations.ts': [
    'COLLECTION conversations: terms, lastMessage.at',
    'COLLECTION conversations: aliasTerms, lastMessage.at',
    'COLLECTION conversations: tray, labels, lastMessage.at',
    'COLLECTION conversations: tray, pinned, lastMessage.at',
    'COLLECTION conversations: tray, isMuted, lastMessage.at',
    'COLLECTION conversations: tray, isUnread, lastMessage.at',
    'COLLECTION conversations: tray, status, lastMessage.at',
    'COLLECTION conversations: tray, lastMessage.at',
    'single: lastMessage.at',
    'single: blockedAt',
  ],
  'functions/src/search/index-stored.ts': ['COLLECTION_GROUP messages: createdAt', 'single: __name__'],
  'functions/src/search/filters.ts': ['single: name'],
  // Lists of documents with equal fields, newest first: the inbox by status, the other trays, and what conversations of the inbox have in common.
  'web/lib/list-query.ts': [
    'COLLECTION conversations: tray, status, lastMessage.at',
    'COLLECTION conversations: tray, lastMessage.at',
    'COLLECTION conversations: tray, isUnread, lastMessage.at',
    'COLLECTION conversations: tray, status, lastMessage.sender, lastMessage.at',
    'COLLECTION conversations: tray, pinned, lastMessage.at',
    'COLLECTION conversations: tray, isMuted, lastMessage.at',
    'COLLECTION conversations: tray, labels, lastMessage.at',
  ],
  // A page of contacts by name, those with a term, the contact that has a conversation, and contacts from before terms.
  'web/manager/contacts/read-contacts.ts': [
    'single: nameKey',
    'COLLECTION contacts: terms, nameKey',
    'single: conversations',
    'single: version',
  ],
  'web/conversation/over-firestore.ts': ['single: createdAt'],
  'web/manager/canned-replies/follow-replies.ts': ['single: __name__'],
  // Everything of a manager, for the archive.
  'web/manager/settings/data/archive-source.ts': ['single: createdAt', 'single: __name__'],
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
  // Single-field indexes are automatic within a collection only.
  const acrossManagers = fieldOverrides.flatMap(({ collectionGroup, fieldPath, indexes: scopes }) =>
    scopes.some(({ queryScope }) => queryScope === 'COLLECTION_GROUP') ? [`COLLECTION_GROUP ${collectionGroup}: ${fieldPath}`] : [],
  );
  const needed = Object.values(QUERIES)
    .flat()
    .filter((index) => !index.startsWith('single'));
  expect([...composite, ...acrossManagers].sort()).toEqual([...new Set(needed)].sort());
});

test('a field indexed across managers keeps its automatic indexes', async () => {
  const { fieldOverrides } = JSON.parse(await readFile(new URL('firestore.indexes.json', root), 'utf8')) as Indexes;
  for (const { indexes } of fieldOverrides.filter((override) => override.indexes.length > 0)) {
    const within = indexes.filter(({ queryScope }) => queryScope === 'COLLECTION').map(({ order }) => order);
    expect(within.sort()).toEqual(['ASCENDING', 'DESCENDING']);
  }
});
