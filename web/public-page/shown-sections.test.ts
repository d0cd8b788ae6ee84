import { plainTheme } from '@foyer/domain/theme';
import { expect, test } from 'vitest';
import { fullProfile } from '../../tests/support/full-profile.ts';
import { shownSections } from './shown-sections.ts';

const kinds = (preset: 'studio' | 'card') =>
  shownSections({ ...fullProfile(preset), theme: plainTheme(preset, '#112233') }).map(({ kind }) => kind);

test('shows sections in the manager’s order', () => {
  expect(kinds('studio').slice(0, 2)).toEqual(['projects', 'services']);
  expect(kinds('studio').at(-1)).toBe('links');
});

test('shows the links first on a card, and keeps the order of the rest', () => {
  expect(kinds('card').slice(0, 3)).toEqual(['links', 'projects', 'services']);
  expect(kinds('card')).toHaveLength(kinds('studio').length);
});
