import type { ProfileChanges } from '@foyer/domain/edit-profile';
import type { Draft, Profile } from '@foyer/domain/profile';

/** What the server has of a manager's page. */
export interface Stored {
  page: { profile: Profile; revision: number; isPublished: boolean };
  /** `null` if there are no unpublished changes. */
  draft: { profile: Draft | null; revision: number };
}

/** The three endpoints of `domain/edit-profile.ts`. Each throws `ApiProblem`. */
export interface EditorApi {
  saveDraft(input: { revision: number; profile: Draft }): Promise<{ revision: number }>;
  publish(input: {
    revision: number;
    draft: number;
    changes: ProfileChanges;
  }): Promise<{ revision: number; draft: number; profile: Profile }>;
  discardDraft(input: { revision: number }): Promise<{ revision: number }>;
}

/** What the editor starts from: the draft, or the page if there is none. */
export function contentOf({ page, draft }: Stored): Draft {
  return draft.profile ?? page.profile;
}
