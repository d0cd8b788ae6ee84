import { createHash } from 'node:crypto';
import type { CollectionReference, DocumentReference, Firestore, QueryDocumentSnapshot } from '@google-cloud/firestore';

/** Paths of documents, each with a mark of what is in it and when it was written: two that are equal saw no write in between. */
export type Stored = Readonly<Record<string, string>>;

/**
 * The server's own collections, all managers, and everything below some of them. Other tests leave a great deal behind, and looking into
 * all of it would take longer than they did.
 */
export async function storedDocuments(db: Firestore, managerIds: readonly string[]): Promise<Stored> {
  const found: Record<string, string> = {};
  const take = async (collection: CollectionReference): Promise<void> => {
    for (const snapshot of (await collection.get()).docs) found[snapshot.ref.path] = markOf(snapshot);
  };
  const takeBelow = async (document: DocumentReference): Promise<void> => {
    for (const collection of await document.listCollections()) {
      await take(collection);
      // Also below documents that are gone themselves.
      for (const ref of await collection.listDocuments()) await takeBelow(ref);
    }
  };
  await Promise.all((await db.listCollections()).map(take));
  await Promise.all(managerIds.map((managerId) => takeBelow(db.doc(`managers/${managerId}`))));
  return found;
}

function markOf(snapshot: QueryDocumentSnapshot): string {
  const { seconds, nanoseconds } = snapshot.updateTime;
  const content = createHash('sha256').update(JSON.stringify(snapshot.data())).digest('hex').slice(0, 16);
  return `${seconds}.${nanoseconds} ${content}`;
}
