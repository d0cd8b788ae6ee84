import { newProfile } from '@foyer/domain/new-profile';
import type { Draft } from '@foyer/domain/profile';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fullProfile } from '../../../../tests/support/full-profile.ts';
import {
  addItem,
  addSection,
  changeItem,
  moved,
  moveItem,
  moveSection,
  removeItem,
  removeSection,
  sectionOf,
  withField,
} from './sections.ts';

const full: Draft = fullProfile('atelier');
const kinds = (draft: Draft) => draft.sections.map(({ kind }) => kind);
const ids = (draft: Draft) => {
  const section = sectionOf(draft, 'services');
  return section && 'items' in section ? section.items.map(({ id }) => id) : [];
};

test('keeps everything when a section moves, and restores the order when it moves back', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 12 }), fc.nat(11), fc.nat(11), (list, from, to) => {
      const there = moved(list, from, to);
      expect([...there].sort()).toEqual([...list].sort());
      expect(moved(there, to, from)).toEqual(list);
    }),
  );
});

test('adds a section at the end, moves and removes it, and leaves the others unchanged', () => {
  const one = addSection(addSection(newProfile('Ada'), 'links'), 'about');
  expect(kinds(one)).toEqual(['links', 'about']);
  expect(kinds(moveSection(one, 'about', 0))).toEqual(['about', 'links']);
  expect(moveSection(full, 'links', 0).sections[1]).toBe(full.sections[0]);
  expect(kinds(removeSection(one, 'links'))).toEqual(['about']);
});

test('adds, changes, moves and removes an item', () => {
  const added = addItem(full, 'services', { id: 'new', title: '' });
  expect(ids(added)).toEqual(['day', 'portrait', 'prints', 'new']);
  expect(ids(moveItem(added, 'services', 'new', 0))).toEqual(['new', 'day', 'portrait', 'prints']);
  expect(ids(removeItem(added, 'services', 'day'))).toEqual(['portrait', 'prints', 'new']);
  const changed = changeItem(full, 'services', 'day', (item) => withField(item, 'price', ''));
  expect(sectionOf(changed, 'services')).toMatchObject({ items: [{ id: 'day', title: 'A day on site' }, {}, {}] });
  expect(JSON.stringify(changed)).not.toContain('1,450');
});

test('lets a required text be empty while it is edited', () => {
  expect(withField({ id: 'a', title: 'x' }, 'title', '', true)).toEqual({ id: 'a', title: '' });
});
