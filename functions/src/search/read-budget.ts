import type { DocumentReference, Query, QueryDocumentSnapshot } from '@google-cloud/firestore';
import type { Tables } from '../db.ts';

/** What one search may read, however much is stored. A query that finds nothing costs one read. */
export const READS_MAX = 60;

/** Makes the reads of one search and counts them. Throws `RangeError` for one that could exceed what is left. */
export class ReadBudget {
  readonly #table: Tables;
  #left = READS_MAX;

  constructor(table: Tables) {
    this.#table = table;
  }

  get left(): number {
    return this.#left;
  }

  /** At most `max` documents of a query. */
  async find<T>(query: Query<T>, max: number): Promise<QueryDocumentSnapshot<T>[]> {
    this.#require(Math.max(1, max));
    const { docs } = await query.limit(max).get();
    this.#left -= Math.max(1, docs.length);
    return docs;
  }

  /** Documents by name; `undefined` for those that don't exist. */
  async get<T extends object>(references: readonly DocumentReference<T>[]): Promise<(T | undefined)[]> {
    this.#require(references.length);
    this.#left -= references.length;
    return references.length === 0 ? [] : this.#table.together<T[]>(...references);
  }

  #require(reads: number): void {
    if (reads > this.#left) throw new RangeError(`a search reads at most ${READS_MAX} documents`);
  }
}
