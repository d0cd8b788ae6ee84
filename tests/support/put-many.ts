import type { TestCloud } from './cloud.ts';

/** Stores documents in as few commits as Firestore allows. */
export async function putMany(cloud: TestCloud, count: number, document: (index: number) => [path: string, data: object]): Promise<void> {
  const db = await cloud.firestore();
  for (let done = 0; done < count; done += 450) {
    const batch = db.batch();
    for (let index = done; index < Math.min(count, done + 450); index++) {
      const [path, data] = document(index);
      batch.set(db.doc(path), data);
    }
    await batch.commit();
  }
}
