import { type Preset, plainTheme } from './look.ts';
import type { Profile } from './profile.ts';

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

/** A profile as it may be stored. */
export type StoredProfile = Profile | ProfileV1;

/** Brings a stored profile to the newest shape. Nothing of it is lost, and one that is new already is returned as it is. */
export function migrateProfile(stored: StoredProfile): Profile {
  return stored.version === 1 ? fromV1(stored) : stored;
}

function fromV1({ version: _, about, works, services, links, theme, ...who }: ProfileV1): Profile {
  const filled: Profile['sections'] = [];
  if (works.length > 0) filled.push({ kind: 'projects', items: withIds('work', works) });
  if (services.length > 0) filled.push({ kind: 'services', items: withIds('service', services) });
  if (about !== undefined) filled.push({ kind: 'about', text: about });
  if (links.length > 0) filled.push({ kind: 'links', items: withIds('link', links) });
  return {
    version: 2,
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
