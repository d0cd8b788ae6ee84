import { plainTheme } from '@foyer/domain/theme';
import { expect, test } from 'vitest';
import { fullProfile } from '../../tests/support/full-profile.ts';
import { shownSections } from './shown-sections.ts';

const kinds = (preset: 'studio' | 'card') =>
  shownSections({ ...fullProfile(preset), theme: plainTheme(preset, '#112233') }).map(({ kind }) => kind);

test('sections stand in the order that the manager gave them', () => {
  expect(kinds('studio').slice(0, 2)).toEqual(['projects', 'services']);
  expect(kinds('studio').at(-1)).toBe('links');
});

test('on a card the links come first, and the rest keeps its order', () => {
  expect(kinds('card').slice(0, 3)).toEqual(['links', 'projects', 'services']);
  expect(kinds('card')).toHaveLength(kinds('studio').length);
});
