import type { searchEndpoint } from '@foyer/domain/search';
import { call, TIMEOUT_MS } from '../../lib/api.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { openSearching, type Search } from './search.ts';

/** A search and where it was left, so that Back from a conversation shows the same again. */
export interface KeptSearch extends Search {
  place: { scrollTop: number; focused: string | null };
}

/** In this tab's memory, as long as the manager is signed in. */
const kept = new WeakMap<Workspace, KeptSearch>();

export function keptSearch(workspace: Workspace): KeptSearch {
  const known = kept.get(workspace);
  if (known) return known;
  const search = openSearching(async (q, after, aborted) =>
    call<typeof searchEndpoint>(
      'GET',
      '/api/search',
      { query: { q, ...(after !== null && { after }) } },
      await workspace.proof(),
      'same-origin',
      // Safari has `any` only from 17.4 on.
      AbortSignal.any?.([AbortSignal.timeout(TIMEOUT_MS), aborted]) ?? aborted,
    ),
  );
  const opened = { ...search, place: { scrollTop: 0, focused: null } };
  kept.set(workspace, opened);
  return opened;
}
