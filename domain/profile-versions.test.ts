import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { saveDraftEndpoint } from './edit-profile.ts';
import { presentable } from './presentable.ts';
import { Draft, Profile } from './profile.ts';
import { migrateDraft, migrateProfile, type StoredDraft, type StoredProfile } from './profile-versions.ts';
import { safeLink } from './safe-link.ts';

/** A full profile as stored when the second version was the newest. Never change it with the code. */
const SECOND = JSON.parse(readFileSync(new URL('../tests/support/profile-2.json', import.meta.url), 'utf8'));

const SECOND_DRAFT = {
  version: 2,
  name: '',
  headline: 'Ess',
  language: 'en',
  timeZone: 'Europe/Amst',
  hours: [
    { day: 1, from: '09:00', to: '17:00' },
    { day: 3, from: '', to: '9' },
    { day: 5, from: '17:00', to: '09:00' },
  ],
  showsReplyTime: true,
  sections: [{ kind: 'links', items: [{ id: 'l', label: '', url: 'htt' }] }],
  theme: { preset: 'atelier', accent: '#8a3b2a', mode: 'auto', fonts: 'none', corners: 'preset', density: 'preset', hero: 'preset' },
  reach: { isIndexed: true, isListed: false, embedOrigins: ['https://exa'] },
} as unknown as StoredDraft;

const FIRST: StoredProfile = {
  version: 1,
  name: 'Ada Moreau',
  headline: 'Essays',
  about: 'Born in Arles.',
  works: [{ title: 'Nine Rooms', text: 'My first book.', year: '2017' }],
  services: [],
  links: [{ label: 'Essays', url: 'https://essays.example.org' }],
  theme: { preset: 'atelier', accent: '#2c3fae' },
};

function withPlainLinks(profile: Profile): unknown {
  return JSON.parse(JSON.stringify(profile), (key, value) => (key === 'url' || key === 'link' ? safeLink(value) : value));
}

describe('a profile of an older version', () => {
  test.each<[string, StoredProfile]>([
    ['first', FIRST],
    ['second', SECOND],
  ])('of the %s reads as a valid one of the newest version', (_, stored) => {
    const before = structuredClone(stored);
    const migrated = migrateProfile(stored);
    // Storing it again changes only the spelling of links: reading keeps the stored spelling.
    expect(withPlainLinks(Profile.parse(migrated))).toEqual(withPlainLinks(migrated));
    expect(migrateProfile(migrated)).toBe(migrated);
    expect(stored).toEqual(before);
  });

  test('of the second loses nothing', () => {
    expect(migrateProfile(SECOND)).toEqual({ ...SECOND, version: 3 });
  });
});

describe('a draft of the second version', () => {
  test('opens and loses nothing', () => {
    const migrated = migrateDraft(SECOND_DRAFT);
    expect(Draft.parse(migrated)).toEqual({ ...SECOND_DRAFT, version: 3 });
    expect(migrateDraft(migrated)).toBe(migrated);
    expect(Profile.shape.hours.safeParse(presentable(migrated, { unnamed: 'Ada', email: 'Email' }).hours).success).toBe(true);
  });

  test('can still be saved by a dashboard loaded before the third', () => {
    const { profile } = saveDraftEndpoint.body.parse({ revision: 1, profile: SECOND_DRAFT });
    expect(profile).toEqual({ ...SECOND_DRAFT, version: 3 });
    expect(saveDraftEndpoint.body.safeParse({ revision: 1, profile: { ...SECOND_DRAFT, version: 4 } }).success).toBe(false);
  });
});
