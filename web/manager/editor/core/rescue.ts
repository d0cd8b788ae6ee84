import type { Draft } from '@foyer/domain/profile';
import { migrateDraft, type StoredDraft } from '@foyer/domain/profile-versions';

/** What was written and not saved when a tab ended, and the revisions that it was built upon. */
export interface Rescued {
  page: number;
  draft: number;
  profile: Draft;
}

/** Where that is kept until it is saved. */
export interface Rescue {
  read(): Rescued | null;
  /** `null` when there is nothing to rescue. */
  write(rescued: Rescued | null): void;
}

/** Keeps it in the tab's own storage: it survives a reload and a crash, and ends with the tab or when the manager signs out. */
export function rescueIn(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>, managerId: string): Rescue {
  const key = `foyer:page:${managerId}`;
  return {
    read() {
      try {
        const kept: unknown = JSON.parse(storage.getItem(key) ?? 'null');
        return isRescued(kept) ? { ...kept, profile: migrateDraft(kept.profile) } : null;
      } catch {
        return null;
      }
    },
    write(rescued) {
      try {
        if (rescued) storage.setItem(key, JSON.stringify(rescued));
        else storage.removeItem(key);
      } catch {
        // Full or refused: then only this tab's memory has it.
      }
    },
  };
}

/** A tab that was reloaded into a newer build may have kept an older version. */
function isRescued(kept: unknown): kept is Omit<Rescued, 'profile'> & { profile: StoredDraft } {
  return typeof kept === 'object' && kept !== null && 'page' in kept && 'draft' in kept && 'profile' in kept && isDraft(kept.profile);
}

function isDraft(profile: unknown): boolean {
  return typeof profile === 'object' && profile !== null && 'version' in profile && (profile.version === 2 || profile.version === 3);
}
