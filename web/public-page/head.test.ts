import { newProfile } from '@foyer/domain/new-profile';
import type { Profile } from '@foyer/domain/profile';
import { expect, test } from 'vitest';
import { profileHead } from './head.ts';

const place = { origin: 'https://foyer.test', slug: 'ada' };
const headOf = (profile: Profile) => profileHead(profile, place);
const dataOf = (profile: Profile) => JSON.parse(headOf(profile).person?.data ?? '');

test('a short headline stands beside the name', () => {
  expect(headOf(newProfile('Ada Moreau', 'Essays and books')).title).toBe('Ada Moreau · Essays and books');
});

test('a long headline leaves the title to the name', () => {
  expect(headOf(newProfile('Ada Moreau', 'x'.repeat(140))).title).toBe('Ada Moreau');
});

test('a description is one line of at most 155 units', () => {
  const { description } = headOf({ ...newProfile('Ada', 'Essays.'), intro: `One\n\n${'word '.repeat(55)}` });
  expect(description).toMatch(/^Essays\. One word .*…$/);
  expect(description.length).toBeLessThanOrEqual(155);
});

test('a page with only a name is described by what can be done there', () => {
  expect(headOf(newProfile('Ada Moreau')).description).toBe('Write to Ada. No account needed.');
});

test('a page says where it is, and a picture of it has another address when the page changes', () => {
  const [before, after] = [headOf(newProfile('Ada')), headOf(newProfile('Ada', 'Essays'))];
  expect(before.address).toBe('https://foyer.test/ada');
  expect(before.image?.src).toMatch(/^https:\/\/foyer\.test\/pictures\/og\/ada\/[0-9a-f]{8}\.jpg$/);
  expect(after.image?.src).not.toBe(before.image?.src);
});

test('a page that wants no search engine says so, and only that one', () => {
  const profile = newProfile('Ada');
  expect(headOf(profile).isUnindexed).toBeUndefined();
  expect(headOf({ ...profile, reach: { ...profile.reach, isIndexed: false } }).isUnindexed).toBe(true);
  expect(profileHead(profile, { ...place, isPublished: false }).isUnindexed).toBe(true);
});

test.each([
  ['pt-BR', 'pt_BR'],
  ['de', 'de_DE'],
  ['en', 'en_US'],
  ['en-12', 'en_US'],
])('a language %s is %s for Open Graph', (language, locale) => {
  expect(headOf({ ...newProfile('Ada'), language }).person?.locale).toBe(locale);
});

test('the data of a person cannot leave their script, whatever was written', () => {
  const name = '</script><!--<script>alert(1)</script> ]]> \u2028"\\';
  const { person } = headOf(newProfile(name, name));
  expect(person?.data).not.toContain('<');
  expect(dataOf(newProfile(name, name)).mainEntity.name).toBe(name);
});

test('the data of a person names no link of a section that the page does not show, and no letter box', () => {
  const links = [
    { id: 'a', label: 'Here', url: 'https://social.example/@ada' },
    { id: 'b', label: 'Mail', url: 'mailto:ada@example.com' },
  ];
  const shown: Profile = { ...newProfile('Ada'), sections: [{ kind: 'links', items: links }] };
  const hidden: Profile = { ...newProfile('Ada'), sections: [{ kind: 'links', isHidden: true, items: links }] };
  expect(dataOf(shown).mainEntity.sameAs).toEqual(['https://social.example/@ada']);
  expect(dataOf(hidden).mainEntity).not.toHaveProperty('sameAs');
});
