import { newProfile } from '@foyer/domain/new-profile';
import type { Profile } from '@foyer/domain/profile';
import { words } from '@foyer/words/compiled/en/page';
import { expect, test } from 'vitest';
import { profileHead } from './head.ts';

const place = { origin: 'https://foyer.test', slug: 'ada' };
const headOf = (profile: Profile) => profileHead(profile, { words, locale: 'en-GB' }, place);
const dataOf = (profile: Profile) => JSON.parse(headOf(profile).person?.data ?? '');

test('adds a short headline to the name in the title', () => {
  expect(headOf(newProfile('Ada Moreau', 'Essays and books')).title).toBe('Ada Moreau · Essays and books');
});

test('uses only the name as the title if the headline is long', () => {
  expect(headOf(newProfile('Ada Moreau', 'x'.repeat(140))).title).toBe('Ada Moreau');
});

test('has a description of one line and at most 155 UTF-16 units', () => {
  const { description } = headOf({ ...newProfile('Ada', 'Essays.'), intro: `One\n\n${'word '.repeat(55)}` });
  expect(description).toMatch(/^Essays\. One word .*…$/);
  expect(description.length).toBeLessThanOrEqual(155);
});

test('describes a page with only a name by what visitors can do there', () => {
  expect(headOf(newProfile('Ada Moreau')).description).toBe('Write to Ada. No account needed.');
});

test('gives the page’s address, and a new picture address when the page changes', () => {
  const [before, after] = [headOf(newProfile('Ada')), headOf(newProfile('Ada', 'Essays'))];
  expect(before.address).toBe('https://foyer.test/ada');
  expect(before.image?.src).toMatch(/^https:\/\/foyer\.test\/pictures\/og\/ada\/[0-9a-f]{8}\.jpg$/);
  expect(after.image?.src).not.toBe(before.image?.src);
});

test('asks search engines not to index a page only if its manager wants that', () => {
  const profile = newProfile('Ada');
  expect(headOf(profile).isUnindexed).toBeUndefined();
  expect(headOf({ ...profile, reach: { ...profile.reach, isIndexed: false } }).isUnindexed).toBe(true);
  expect(profileHead(profile, { words, locale: 'en-GB' }, { ...place, isPublished: false }).isUnindexed).toBe(true);
});

test.each([
  ['pt-BR', 'pt_BR'],
  ['de', 'de_DE'],
  ['en', 'en_US'],
  ['en-12', 'en_US'],
])('turns language %s into %s for Open Graph', (language, locale) => {
  expect(headOf({ ...newProfile('Ada'), language }).person?.locale).toBe(locale);
});

test('escapes any text in the person’s structured data', () => {
  const name = '</script><!--<script>alert(1)</script> ]]> \u2028"\\';
  const { person } = headOf(newProfile(name, name));
  expect(person?.data).not.toContain('<');
  expect(dataOf(newProfile(name, name)).mainEntity.name).toBe(name);
});

test('leaves hidden sections’ links and email addresses out of the structured data', () => {
  const links = [
    { id: 'a', label: 'Here', url: 'https://social.example/@ada' },
    { id: 'b', label: 'Mail', url: 'mailto:ada@example.com' },
  ];
  const shown: Profile = { ...newProfile('Ada'), sections: [{ kind: 'links', items: links }] };
  const hidden: Profile = { ...newProfile('Ada'), sections: [{ kind: 'links', isHidden: true, items: links }] };
  expect(dataOf(shown).mainEntity.sameAs).toEqual(['https://social.example/@ada']);
  expect(dataOf(hidden).mainEntity).not.toHaveProperty('sameAs');
});
