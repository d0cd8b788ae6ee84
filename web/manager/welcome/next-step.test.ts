import { newProfile } from '@foyer/domain/new-profile';
import type { Draft } from '@foyer/domain/profile';
import { expect, test } from 'vitest';
import { firstLink, nextStep, withFirstLink } from './next-step.ts';

const empty: Draft = newProfile('Grace Holloway');
const linked = withFirstLink({ ...empty, headline: 'Surveyor of coasts' }, 'instagram.com/grace');
const portrait = { src: '/pictures/a/b', width: 1, height: 1, alt: '' };

test.each<[string, Draft, string]>([
  ['with nothing but a name', empty, 'words'],
  ['with a headline of spaces', { ...linked, headline: '  ' }, 'words'],
  ['with a line and no link', { ...empty, headline: 'Surveyor of coasts' }, 'words'],
  ['with a portrait alone', { ...empty, portrait }, 'words'],
  ['with a line and a link', linked, 'portrait'],
  ['with all of them', { ...linked, portrait }, 'look'],
])('continues a page %s at the first missing step: %#', (_, draft, step) => expect(nextStep(draft)).toBe(step));

test('creates a section with a labelled first link, and removes it with the link', () => {
  expect(firstLink(linked)).toMatchObject({ url: 'instagram.com/grace', label: 'Instagram' });
  expect(firstLink(withFirstLink(linked, 'grace@example.org'))).toMatchObject({ id: firstLink(linked)?.id, label: 'Email' });
  expect(withFirstLink(linked, '').sections).toEqual([]);
  expect(withFirstLink(empty, '')).toBe(empty);
});

test('leaves other links unchanged when the first one is removed', () => {
  const items = ['a', 'b'].map((id) => ({ id, label: id, url: `https://${id}.example/` }));
  const two: Draft = { ...empty, sections: [{ kind: 'links', items }] };
  expect(withFirstLink(two, '').sections).toEqual([{ kind: 'links', items: items.slice(1) }]);
});
