import type { CollectionReference, DocumentReference, Firestore } from '@google-cloud/firestore';

/** Paths of documents, each with the time of its last write: two that are equal saw no write in between. */
export type Stored = Readonly<Record<string, string>>;

/**
 * The server's own collections, all managers, and everything below some of them. Other tests leave a great deal behind, and looking into
 * all of it would take longer than they did.
 */
export async function storedDocuments(db: Firestore, managerIds: readonly string[]): Promise<Stored> {
  const found: Record<string, string> = {};
  const take = async (collection: CollectionReference): Promise<void> => {
    for (const { ref, updateTime } of (await collection.select().get()).docs)
      found[ref.path] = `${updateTime.seconds}.${updateTime.nanoseconds}`;
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
