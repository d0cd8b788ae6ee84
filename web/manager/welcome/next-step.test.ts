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
])('a page %s goes on at what is missing: %#', (_, draft, step) => expect(nextStep(draft)).toBe(step));

test('the first link makes its section, is labelled, and takes the section away again', () => {
  expect(firstLink(linked)).toMatchObject({ url: 'instagram.com/grace', label: 'Instagram' });
  expect(firstLink(withFirstLink(linked, 'grace@example.org'))).toMatchObject({ id: firstLink(linked)?.id, label: 'Email' });
  expect(withFirstLink(linked, '').sections).toEqual([]);
  expect(withFirstLink(empty, '')).toBe(empty);
});

test('the first link leaves others alone', () => {
  const items = ['a', 'b'].map((id) => ({ id, label: id, url: `https://${id}.example/` }));
  const two: Draft = { ...empty, sections: [{ kind: 'links', items }] };
  expect(withFirstLink(two, '').sections).toEqual([{ kind: 'links', items: items.slice(1) }]);
});
