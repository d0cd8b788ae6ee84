import type { CollectionReference, DocumentReference, Firestore } from '@google-cloud/firestore';

/** Paths of documents, each with the time of its last write: two that are equal saw no write in between. */
export type Stored = Readonly<Record<string, string>>;

/** The server's own collections, all managers, and everything below some of them. */
export async function storedDocuments(db: Firestore, managerIds: readonly string[]): Promise<Stored> {
  const found: Record<string, string> = {};
  const take = async (collection: CollectionReference): Promise<void> => {
    for (const { ref, updateTime } of (await collection.select().get()).docs)
      found[ref.path] = `${updateTime.seconds}.${updateTime.nanoseconds}`;
  };
  const takeBelow = async (document: DocumentReference): Promise<void> => {
    await Promise.all(
      (await document.listCollections()).map(async (collection) => {
        // Also below documents that are gone themselves.
        const [documents] = await Promise.all([collection.listDocuments(), take(collection)]);
        await Promise.all(documents.map(takeBelow));
      }),
    );
  };
  await Promise.all((await db.listCollections()).map(take));
  await Promise.all(managerIds.map((managerId) => takeBelow(db.doc(`managers/${managerId}`))));
  return found;
}
