import type { FieldError } from '@foyer/domain/problem';
import type { Draft } from '@foyer/domain/profile';
import { words } from '@foyer/words/compiled/en/faults';
import { describe, expect, test } from 'vitest';
import { fullProfile } from '../../../../tests/support/full-profile.ts';
import { faultKey, faultsOf } from './fault-keys.ts';

const full: Draft = fullProfile('atelier');

describe('an error', () => {
  test.each([
    ['changes.name', 'name'],
    ['changes.portrait.alt', 'portrait.alt'],
    ['changes.hours', 'hours'],
    ['changes.hours.2.to', 'hours.3.0'],
    ['changes.hours.9.to', 'hours'],
    ['changes.theme.accent', 'theme.accent'],
    ['changes.reach.embedOrigins.1', 'reach.embedOrigins.1'],
    ['changes.sections.0.title', 'projects.title'],
    ['changes.sections.0.items', 'projects.items'],
    ['changes.sections.0.items.1.link', 'projects.stairs.link'],
    ['changes.sections.5.items.0.image.alt', 'gallery.g1.image.alt'],
    ['changes.sections.2.text', 'about.text'],
    ['changes.sections', 'sections'],
    ['changes.sections.77.text', 'sections'],
  ])('of %s is shown at %s', (path, key) => expect(faultKey(path, full)).toBe(key));

  test('of a day’s second interval is shown there', () => {
    const hours = [1, 1, 2].map((day) => ({ day, from: '', to: '' }));
    const keys = hours.map((_, index) => faultKey(`changes.hours.${index}.from`, { ...full, hours }));
    expect(keys).toEqual(['hours.1.0', 'hours.1.1', 'hours.2.0']);
    expect(faultKey('changes.hours.0.from', { ...full, hours: 'always' })).toBe('hours');
  });

  test('that comes first at a field is the one that is shown', () => {
    const errors: FieldError[] = [
      { path: 'changes.name', code: 'required', message: '' },
      { path: 'changes.name', code: 'several-lines', message: '' },
    ];
    expect(faultsOf(errors, full)).toEqual({ name: words.required });
  });
});
