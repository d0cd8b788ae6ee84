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

/** The second shape: office hours were at most one interval a day that ended on the same day. The rest is as it is now. */
type Second<T extends Profile | Draft> = Omit<T, 'version' | 'hours'> & { version: 2; hours?: HoursInterval[] | undefined };

/** A profile as it may be stored. */
export type StoredProfile = Profile | Second<Profile> | ProfileV1;
/** A draft as it may be stored, here or in a browser. There were none of the first shape. */
export type StoredDraft = Draft | Second<Draft>;

/** Brings a stored profile to the newest shape. Nothing of it is lost, and one that is new already is returned as it is. */
export function migrateProfile(stored: StoredProfile): Profile {
  return stored.version === 1 ? fromV1(stored) : fromV2<Profile>(stored);
}

/** The same for a draft. */
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

/** The same ids at every read: what is only read is not written. */
function withIds<T extends object>(word: string, items: readonly T[]): (T & { id: string })[] {
  return items.map((item, index) => ({ id: `${word}-${index + 1}`, ...item }));
}
