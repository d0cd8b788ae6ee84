import type { FoundConversation, FoundMessage, SearchResults } from '@foyer/domain/search';
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { ApiProblem } from '../../lib/api.ts';
import { searchable } from './filters.ts';

/** Everything found so far. */
export interface Results {
  /** What was searched for (`searchable`). */
  query: string;
  conversations: ReadonlyMap<string, FoundConversation>;
  matching: readonly string[];
  messages: readonly FoundMessage[];
  /** For the next page; `null` after the last. */
  next: string | null;
}

export interface Search {
  /** As it is typed. */
  query: ReadonlySignal<string>;
  /** The last results, also while newer ones are awaited; `null` without a query. */
  results: ReadonlySignal<Results | null>;
  isSearching: ReadonlySignal<boolean>;
  /** Why the last request failed; `null` if it didn't. */
  problem: ReadonlySignal<ApiProblem | null>;
  /** Searches when the typing pauses. */
  type(query: string): void;
  /** Searches without waiting for a pause. */
  now(): void;
  /** Adds the next page. */
  more(): void;
  /** Repeats what failed. */
  retry(): void;
}

/** Finds one page. Rejects with `ApiProblem`. */
export type Find = (query: string, after: string | null, aborted: AbortSignal) => Promise<SearchResults>;

/** Someone types on within this time. */
export const PAUSE_MS = 200;
/** As many pages without a result are skipped before the manager is asked whether to go on. */
export const EMPTY_PAGES_MAX = 4;
/** A longer wait isn't waited for. */
const WAIT_MAX_S = 60;

/** A search whose answers never overwrite those of a newer query. */
export function openSearching(find: Find): Search {
  const query = signal('');
  const results = signal<Results | null>(null);
  const isSearching = signal(false);
  const problem = signal<ApiProblem | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = new AbortController();
  let again = () => {};

  const stop = () => {
    clearTimeout(timer);
    running.abort();
  };

  const ask = async (from: Results | null) => {
    stop();
    running = new AbortController();
    const { signal: aborted } = running;
    const wanted = searchable(query.peek());
    again = () => ask(from);
    batch(() => {
      isSearching.value = true;
      problem.value = null;
    });
    try {
      let found = from ?? { query: wanted, conversations: new Map(), matching: [], messages: [], next: null };
      for (let page = 1; ; page++) {
        const answer = await find(wanted, found.next, aborted);
        if (aborted.aborted) return;
        found = withPage(found, answer);
        const isEmpty = answer.messages.length === 0 && answer.matching.length === 0;
        if (!isEmpty || found.next === null || page >= EMPTY_PAGES_MAX) break;
      }
      batch(() => {
        results.value = found;
        isSearching.value = false;
      });
    } catch (cause) {
      if (aborted.aborted) return;
      const failure = cause instanceof ApiProblem ? cause : new ApiProblem('internal');
      batch(() => {
        problem.value = failure;
        isSearching.value = false;
      });
      const { retryAfterSeconds = 0 } = failure.body;
      const isShort = retryAfterSeconds > 0 && retryAfterSeconds <= WAIT_MAX_S;
      if (failure.code === 'too-fast' && isShort) timer = setTimeout(() => ask(from), retryAfterSeconds * 1000);
    }
  };

  const isKnown = () => results.peek()?.query === searchable(query.peek());

  return {
    query,
    results,
    isSearching,
    problem,
    type(typed) {
      stop();
      const wanted = searchable(typed);
      batch(() => {
        query.value = typed;
        problem.value = null;
        if (wanted === '') results.value = null;
        isSearching.value = wanted !== '' && !isKnown();
      });
      if (isSearching.peek()) timer = setTimeout(() => ask(null), PAUSE_MS);
    },
    now() {
      if (searchable(query.peek()) !== '' && !isKnown()) ask(null);
    },
    more() {
      const known = results.peek();
      if (known?.next && isKnown()) ask(known);
    },
    retry: () => again(),
  };
}

/** Pages may overlap. */
function withPage(found: Results, page: SearchResults): Results {
  const known = new Set(found.messages.map(({ messageId }) => messageId));
  return {
    query: found.query,
    conversations: new Map([...found.conversations, ...page.conversations.map((one) => [one.id, one] as const)]),
    matching: [...new Set([...found.matching, ...page.matching])],
    messages: [...found.messages, ...page.messages.filter(({ messageId }) => !known.has(messageId))],
    next: page.next,
  };
}
