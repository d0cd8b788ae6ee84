import type { ProfileChanges } from '@foyer/domain/edit-profile';
import type { Draft } from '@foyer/domain/profile';
import { hasChanges } from './changes.ts';
import { isSame } from './same.ts';
import { contentOf, type Stored } from './stored.ts';

/** What one window knows of the server, and what it asked for without an answer: that may have arrived. */
export interface Ground {
  /** The revisions that it builds upon. */
  known: { page: number; draft: number };
  /** What the server has in place of what is on the screen. */
  kept: Draft;
  drafts: readonly Draft[];
  publication: { changes: ProfileChanges; draft: Draft } | null;
}

/**
 * What is to be made of the listener's word: nothing new; something that changes nothing for this window, or that it wrote itself; its own
 * publication, whose answer was lost; or what somebody else wrote. Revisions only rise, so what is lower is late news.
 */
export function judge(
  heard: Stored,
  { known, kept, drafts, publication }: Ground,
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
