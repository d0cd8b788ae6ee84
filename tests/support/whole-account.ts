import { newProfile } from '@foyer/domain/new-profile';
import { visitorUid } from '@foyer/domain/paths';
import type { Profile } from '@foyer/domain/profile';
import { createApp } from '@foyer/functions/app';
import { listInDirectory } from '@foyer/functions/directory/list-manager';
import { claimPage } from '@foyer/functions/managers/claim-page';
import { Timestamp } from '@google-cloud/firestore';
import { type Account, signInAgain, someAccount } from './account.ts';
import type { TestCloud } from './cloud.ts';
import { newCode, Visitor } from './visitor.ts';

let pages = 0;

/** A listed profile: everything that a page can be found by. */
const LISTED: Profile = {
  ...newProfile('Ada Moreau', 'Portraits'),
  reach: { ...newProfile('Ada').reach, isListed: true, isIndexed: true },
};

/** An account with a page, one of everything that is kept of a manager, and conversations with visitors of their own. */
export async function someWholeAccount(cloud: TestCloud, { conversations = 2 } = {}) {
  const signedUp = await someAccount();
  const managerId = signedUp.uid;
  const slug = `whole-${process.pid}-${++pages}`;
  const db = await cloud.firestore();
  const table = await cloud.tables();
  await claimPage(cloud, managerId, { slug, name: 'Ada Moreau' });
  // Claiming a page ends the sign-ins from before.
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
  batch.set(table.waits(managerId), { waits: [{ at: now, waitedMs: 1000 }] });
  for (const { id } of started) {
    batch.set(table.notes(managerId, id).doc('note'), { text: 'A note', createdAt: now });
    batch.set(table.presences(managerId, id).doc('visitor'), { seenAt: now });
    batch.set(table.report(id), { managerId, reason: 'other', note: null, reportedAt: now });
  }
  await batch.commit();
  await (await cloud.bucket()).file(`pictures/${managerId}/${hash}/64.webp`).save('abc', { resumable: false });

  /** Everything that is still somewhere, by its path: documents of the manager and about them, files, accounts. */
  const left = async (): Promise<string[]> => {
    const found: string[] = [];
    const takeBelow = async (document: FirebaseFirestore.DocumentReference): Promise<void> => {
      if ((await document.get()).exists) found.push(document.path);
      for (const collection of await document.listCollections())
        for (const child of await collection.listDocuments()) await takeBelow(child);
    };
    await takeBelow(below);
    if ((await table.listing(managerId).get()).exists) found.push(`directory/${managerId}`);
    for (const name of ['erasures', 'resumeKeys', 'reports', 'strays']) {
      const own = (await db.collection(name).where('managerId', '==', managerId).get()).docs;
      // A code that opens nothing is known for a month (decisions/014).
      found.push(...own.filter((one) => name !== 'resumeKeys' || one.data().retiredAt === null).map((one) => one.ref.path));
    }
    const [files] = await (await cloud.bucket()).getFiles({ prefix: `pictures/${managerId}/` });
    const { users } = await auth.getUsers([{ uid: managerId }, ...started.map(({ id }) => ({ uid: visitorUid(id) }))]);
    return [...found, ...files.map((file) => file.name), ...users.map((user) => user.uid)].sort();
  };
  return { account, managerId, slug, app, db, table, auth, started, left };
}
