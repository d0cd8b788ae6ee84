import type { Query, QueryDocumentSnapshot } from '@google-cloud/firestore';

/**
 * Everything that a query finds, in pages of at most `size`, so that memory holds one page whatever there is. Each document comes once, and
 * the next page is read only when it is asked for. A page that is deleted or changed meanwhile does not disturb the ones after it.
 */
export async function* pagesOf<T>(query: Query<T>, size: number): AsyncGenerator<QueryDocumentSnapshot<T>[]> {
  for (let page = await query.limit(size).get(); ; ) {
    const last = page.docs.at(-1);
    if (!last) return;
    yield page.docs;
    if (page.size < size) return;
    page = await query.limit(size).startAfter(last).get();
  }
}
