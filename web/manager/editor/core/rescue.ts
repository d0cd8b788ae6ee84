import type { Draft } from '@foyer/domain/profile';
import { migrateDraft, type StoredDraft } from '@foyer/domain/profile-versions';

/** A draft that was not saved when its tab ended, and the revisions that it builds on. */
export interface Rescued {
  page: number;
  draft: number;
  profile: Draft;
}

export interface Rescue {
  read(): Rescued | null;
  /** `null` when there is nothing to rescue. */
  write(rescued: Rescued | null): void;
}

/** In the tab's session storage: it survives a reload and a crash, and ends with the tab or when the manager signs out. */
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
        // If storage is full or refused, the draft is only in memory.
      }
    },
  };
}

/** A tab that was reloaded into a newer build may have stored an older version. */
function isRescued(kept: unknown): kept is Omit<Rescued, 'profile'> & { profile: StoredDraft } {
  return typeof kept === 'object' && kept !== null && 'page' in kept && 'draft' in kept && 'profile' in kept && isDraft(kept.profile);
}

function isDraft(profile: unknown): boolean {
  return typeof profile === 'object' && profile !== null && 'version' in profile && (profile.version === 2 || profile.version === 3);
}
