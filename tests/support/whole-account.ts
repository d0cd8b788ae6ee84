import { storedContact } from '@foyer/domain/contact';
import { newProfile } from '@foyer/domain/new-profile';
import { visitorUid } from '@foyer/domain/paths';
import type { Profile } from '@foyer/domain/profile';
import { createApp } from '@foyer/functions/app';
import { listInDirectory } from '@foyer/functions/directory/list-manager';
import { claimPage } from '@foyer/functions/managers/claim-page';
import { Timestamp } from '@google-cloud/firestore';
import { type Account, signInAgain, someAccount } from './account.ts';
import type { TestCloud } from './cloud.ts';
import { everyDocument } from './stored.ts';
import { newCode, Visitor } from './visitor.ts';

let pages = 0;

const ABOUT_MANAGERS = ['erasures', 'resumeKeys', 'reports', 'strays', 'alerts', 'mailRequests'];

function isString(field: unknown, value: string): boolean {
  return (field as { stringValue?: string } | undefined)?.stringValue === value;
}

/** A listed profile with everything that search can find. */
const LISTED: Profile = {
  ...newProfile('Ada Moreau', 'Portraits'),
  reach: { ...newProfile('Ada').reach, isListed: true, isIndexed: true },
};

/** An account with a page, one of everything stored of a manager, and conversations with their own visitors. */
export async function someWholeAccount(cloud: TestCloud, { conversations = 2 } = {}) {
  const signedUp = await someAccount();
  const managerId = signedUp.uid;
  const slug = `whole-${process.pid}-${++pages}`;
  const db = await cloud.firestore();
  const table = await cloud.tables();
  await claimPage(cloud, managerId, { slug, name: 'Ada Moreau' });
  // Claiming a page ends earlier sign-ins.
  const account: Account = await signInAgain(signedUp);
  const app = createApp(cloud);
  const started: { visitor: Visitor; code: string; id: string }[] = [];
  for (let count = 0; count < conversations; count++) {
    const visitor = new Visitor(app.request);
    const code = newCode();
    const { id } = (await visitor.start(slug, { code, email: 'mina@example.com' })).body.conversation;
    started.push({ visitor, code, id });
  }
  const auth = await cloud.auth();
  await Promise.all(started.map(({ id }) => auth.createUser({ uid: visitorUid(id) })));

  const now = Timestamp.fromMillis(cloud.now());
  const request = { requestId: 'one', address: 'sealed', language: 'en', sendAt: null, attempts: 0 } as const;
  const reached = { address: 'sealed', requestId: 'one', language: 'en', mailedAt: null, attempts: 0, notBefore: null } as const;
  const hash = '0f'.repeat(16);
  const below = db.doc(`managers/${managerId}`);
  const batch = db.batch();
  batch.update(table.manager(managerId), { profile: LISTED, revision: 1 });
  listInDirectory(batch, table, managerId, { slug, profile: LISTED });
  batch.set(table.draft(managerId), { profile: LISTED, revision: 1, updatedAt: now });
  batch.set(below.collection('public').doc('presence'), { seenAt: now });
  batch.set(below.collection('labels').doc('one'), { name: 'Portraits', color: '#8a3b2a' });
  batch.set(below.collection('cannedReplies').doc('one'), { title: 'Prices', text: 'From 400 euros a day.' });
  batch.set(table.picture(managerId, hash), { bytes: 3, width: 64, height: 64, blur: null, createdAt: now, unusedSince: null });
  batch.set(table.deletions(managerId).doc('one'), { deletedAt: now, tray: 'inbox', status: 'open' });
  batch.set(table.statistics(managerId, '2026-11'), { days: { '01': { views: 3 } } });
  batch.set(table.managerMail(managerId), { mailedAt: now, failingSince: null, attempts: 0, notBefore: null });
  batch.set(table.waits(managerId), { waits: [{ at: now, waitedMs: 1000 }] });
  const contact = storedContact({
    name: 'Mina',
    notes: 'A note',
    fields: {},
    emails: [],
    phones: [],
    conversations: started.map(({ id }) => id),
  });
  batch.set(table.contacts(managerId).doc('one'), { ...contact, createdAt: now, updatedAt: now });
  for (const { id } of started) {
    batch.set(table.notes(managerId, id).doc('note'), { text: 'A note', createdAt: now });
    batch.set(table.scheduled(managerId, id).doc('reply'), { text: 'On Monday', sendAt: now, createdAt: now, updatedAt: now });
    batch.set(table.replyDraft(managerId, id), { reply: 'Half a reply', updatedAt: now });
    batch.set(table.presences(managerId, id).doc('visitor'), { seenAt: now });
    batch.set(table.report(id), { managerId, reason: 'other', note: null, reportedAt: now });
    batch.set(table.alert(id, 'message'), {
      managerId,
      conversationId: id,
      messageId: 'message',
      to: 'manager',
      mailDueAt: now,
      expireAt: now,
    });
    batch.set(table.mailRequest(id), { ...request, managerId, expireAt: Timestamp.fromMillis(cloud.now() + 24 * 3600_000) });
    batch.set(table.reach(managerId, id), { mail: { ...reached, confirmedAt: now } });
  }
  await batch.commit();
  await (await cloud.bucket()).file(`pictures/${managerId}/${hash}/64.webp`).save('abc', { resumable: false });

  /** The paths of all remains: the manager's documents and those about them, files, accounts. */
  const left = async (): Promise<string[]> => {
    const found = (await everyDocument()).filter(({ path, fields }) => {
      const [collection = '', id] = path.split('/');
      if (collection === 'managers' || collection === 'directory') return id === managerId;
      if (!ABOUT_MANAGERS.includes(collection) || !isString(fields.managerId, managerId)) return false;
      // A code that opens nothing is stored for a month (decisions/014).
      return collection !== 'resumeKeys' || 'nullValue' in (fields.retiredAt as object);
    });
    const [files] = await (await cloud.bucket()).getFiles({ prefix: `pictures/${managerId}/` });
    const { users } = await auth.getUsers([{ uid: managerId }, ...started.map(({ id }) => ({ uid: visitorUid(id) }))]);
    return [...found.map(({ path }) => path), ...files.map((file) => file.name), ...users.map((user) => user.uid)].sort();
  };
  return { account, managerId, slug, app, db, table, auth, started, left };
}
