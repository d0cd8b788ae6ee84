import type { Query, QueryDocumentSnapshot } from '@google-cloud/firestore';
import { pagesOf } from './pages-of.ts';

/** `failure` is the first error; the rest of the page was still tried. */
export interface PurgedPage {
  removed: number;
  failure?: unknown;
}

/** It can stop after any page. */
export type Purging = AsyncGenerator<PurgedPage>;

/** `remove` returns whether the document is gone. Tries each document once: one that can never be removed must not block the rest. */
export async function* purgeEach<T>(query: Query<T>, size: number, remove: (found: QueryDocumentSnapshot<T>) => Promise<boolean>): Purging {
  for await (const page of pagesOf(query, size)) {
    const outcomes = await Promise.allSettled(page.map(remove));
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    const removed = outcomes.filter((outcome) => outcome.status === 'fulfilled' && outcome.value).length;
    yield failed ? { removed, failure: failed.reason } : { removed };
  }
}
