import { type Preset, plainTheme } from './look.ts';
import type { HoursInterval } from './office-hours.ts';
import type { Draft, Profile } from './profile.ts';

/** The first shape: three fixed sections, text without ids, one preset. */
interface ProfileV1 {
  version: 1;
  name: string;
  headline?: string;
  intro?: string;
  location?: string;
  status?: string;
  portrait?: { src: string; width: number; height: number; alt: string };
  about?: string;
  works: { title: string; text: string; year?: string; link?: string }[];
  services: { title: string; text: string; price?: string }[];
  links: { label: string; url: string }[];
  theme: { preset: Preset; accent: string };
}

/** The second shape: office hours had at most one interval a day, which ended on the same day. The rest is as today. */
type Second<T extends Profile | Draft> = Omit<T, 'version' | 'hours'> & { version: 2; hours?: HoursInterval[] | undefined };

export type StoredProfile = Profile | Second<Profile> | ProfileV1;
/** A stored draft, here or in a browser. The first shape had no drafts. */
export type StoredDraft = Draft | Second<Draft>;

/** Upgrades a stored profile to the newest shape without loss; returns a current one unchanged. */
export function migrateProfile(stored: StoredProfile): Profile {
  return stored.version === 1 ? fromV1(stored) : fromV2<Profile>(stored);
}

export function migrateDraft(stored: StoredDraft): Draft {
  return fromV2<Draft>(stored);
}

function fromV2<T extends Profile | Draft>(stored: T | Second<T>): T {
  return stored.version === 3 ? (stored as T) : ({ ...stored, version: 3 } as T);
}

function fromV1({ version: _, about, works, services, links, theme, ...who }: ProfileV1): Profile {
  const filled: Profile['sections'] = [];
  if (works.length > 0) filled.push({ kind: 'projects', items: withIds('work', works) });
  if (services.length > 0) filled.push({ kind: 'services', items: withIds('service', services) });
  if (about !== undefined) filled.push({ kind: 'about', text: about });
  if (links.length > 0) filled.push({ kind: 'links', items: withIds('link', links) });
  return {
    version: 3,
    ...who,
    language: 'en',
    showsReplyTime: true,
    sections: filled,
    theme: plainTheme(theme.preset, theme.accent),
    reach: { isIndexed: true, isListed: false, embedOrigins: [] },
  };
}

/** Generates the same ids on every read, because reading does not write. */
function withIds<T extends object>(word: string, items: readonly T[]): (T & { id: string })[] {
  return items.map((item, index) => ({ id: `${word}-${index + 1}`, ...item }));
}
