import type { Query, QueryDocumentSnapshot } from '@google-cloud/firestore';

/** Reads pages of at most `size` on demand. Each document comes once, even if an earlier page is deleted or changed in between. */
export async function* pagesOf<T>(query: Query<T>, size: number): AsyncGenerator<QueryDocumentSnapshot<T>[]> {
  for (let page = await query.limit(size).get(); ; ) {
    const last = page.docs.at(-1);
    if (!last) return;
    yield page.docs;
    if (page.size < size) return;
    page = await query.limit(size).startAfter(last).get();
  }
}
