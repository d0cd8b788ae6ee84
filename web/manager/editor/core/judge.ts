import type { ProfileChanges } from '@foyer/domain/edit-profile';
import type { Draft } from '@foyer/domain/profile';
import { hasChanges } from './changes.ts';
import { isSame } from './same.ts';
import { contentOf, type Stored } from './stored.ts';

/** What one window knows about the server, and its requests without an answer: they may have arrived. */
export interface Context {
  /** The revisions that its draft builds on. */
  known: { page: number; draft: number };
  /** The content that the server has. */
  kept: Draft;
  drafts: readonly Draft[];
  publication: { changes: ProfileChanges; draft: Draft } | null;
}

/**
 * How to treat the listener's news: nothing new; ours, or without effect on this window; our own publication, whose answer was lost; or
 * another window's. Revisions only rise, so a lower one is old news.
 */
export function judge(
  heard: Stored,
  { known, kept, drafts, publication }: Context,
  shown: Draft,
): 'nothing' | 'ours' | 'published' | 'theirs' {
  const { page, draft } = heard;
  if (page.revision < known.page || draft.revision < known.draft) return 'nothing';
  if (page.revision === known.page && draft.revision === known.draft) return 'nothing';
  if (publication && page.revision > known.page && hasChanges(page.profile, publication.changes)) return 'published';
  const content = contentOf(heard);
  if (isSame(shown, content)) return 'ours';
  return page.revision === known.page && [kept, ...drafts].some((own) => isSame(own, content)) ? 'ours' : 'theirs';
}
