import type { Draft } from '@foyer/domain/profile';
import { expect, test } from 'vitest';
import { fullProfile } from '../../../../tests/support/full-profile.ts';
import { placeOfChange } from './place-of-change.ts';
import { addItem, changeItem, changeSection, moveItem, moveSection, removeItem, removeSection, withField } from './sections.ts';

const full: Draft = fullProfile('atelier');

test.each<[string, Draft, string | null]>([
  ['nothing', structuredClone(full), null],
  ['a field', { ...full, headline: 'Other' }, 'headline'],
  ['a field that is gone', withField(full, 'pronouns', ''), 'pronouns'],
  ['the accent', { ...full, theme: { ...full.theme, accent: '#123456' } }, 'theme.accent'],
  ['who may find the page', { ...full, reach: { ...full.reach, isListed: !full.reach.isListed } }, 'reach.isListed'],
  ['a field of an item', changeItem(full, 'services', 'day', (item) => withField(item, 'price', '1')), 'services.day.price'],
  ['an item that came', addItem(full, 'services', { id: 'new', title: '' }), 'services.new'],
  ['an item that went', removeItem(full, 'services', 'day'), 'services'],
  ['an item that moved', moveItem(full, 'services', 'day', 2), 'services'],
  ['a heading', changeSection(full, 'links', (section) => withField(section, 'title', 'Elsewhere')), 'links.title'],
  ['a text', changeSection(full, 'about', (section) => ({ ...section, text: 'Other' })), 'about.text'],
  ['a section that went', removeSection(full, 'links'), 'sections'],
  ['a section that moved', moveSection(full, 'links', 0), 'sections'],
])('finds %s', (_, after, place) => expect(placeOfChange(full, after)).toBe(place));

test('finds a section that comes back', () => expect(placeOfChange(removeSection(full, 'links'), full)).toBe('links'));
