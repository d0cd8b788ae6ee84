import type { Query, QueryDocumentSnapshot } from '@google-cloud/firestore';
import { pagesOf } from './pages-of.ts';

/** What one page of a purge has done. `failure` is the first error in it, if any; the rest of the page was tried all the same. */
export interface PurgedPage {
  removed: number;
  failure?: unknown;
}

/** The removal of one kind of thing, a page at a time. It can be left after any page. */
export type Purging = AsyncGenerator<PurgedPage>;

/**
 * Removes what a query finds, `size` documents at once. `remove` says whether the document is gone. Each is tried once, also after others
 * have failed: one that can never be removed must not keep all that come after it.
 */
export async function* purgeEach<T>(query: Query<T>, size: number, remove: (found: QueryDocumentSnapshot<T>) => Promise<boolean>): Purging {
  for await (const page of pagesOf(query, size)) {
    const outcomes = await Promise.allSettled(page.map(remove));
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    const removed = outcomes.filter((outcome) => outcome.status === 'fulfilled' && outcome.value).length;
    yield failed ? { removed, failure: failed.reason } : { removed };
  }
}
