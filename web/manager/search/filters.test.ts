import { describe, expect, it } from 'vitest';
import type { KnownLabels } from '../conversations/known-labels.ts';
import { completed, searchable, suggestionsFor, withFilter } from './filters.ts';

const labels: KnownLabels = new Map(
  ['Big days', 'Invoices', 'Élodie'].map((name, index) => [`l${index}`, { id: `l${index}`, name, color: '#000000', textColor: '#fff' }]),
);
const known = { labels, nowMs: Date.UTC(2026, 10, 29, 12), timeZone: 'Europe/Berlin' };
const texts = (query: string, more: Partial<typeof known> = {}) => suggestionsFor(query, { ...known, ...more }).map(({ text }) => text);

describe('a filter at the end of the query', () => {
  it('is completed from its values', () => {
    expect(texts('is:')).toEqual(['is:unread', 'is:pinned', 'is:muted', 'is:blocked']);
    expect(texts('quote IS:p')).toEqual(['is:pinned']);
    expect(texts('in:s')).toEqual(['in:snoozed', 'in:spam']);
    expect(texts('in:spam')).toEqual([]);
  });

  it('is completed from the labels, in quotes if they have spaces', () => {
    expect(texts('label:')).toEqual(['label:"Big days"', 'label:Invoices', 'label:Élodie']);
    expect(texts('label:"big d')).toEqual(['label:"Big days"']);
    expect(texts('label:elo')).toEqual(['label:Élodie']);
    expect(texts('label:x')).toEqual([]);
    expect(suggestionsFor('label:', { ...known, labels: null })).toEqual([]);
  });

  it('is completed with days in the browser’s time zone', () => {
    expect(texts('after:')).toEqual(['after:2026-11-28', 'after:2026-11-22', 'after:2026-10-30', 'after:2025-11-29']);
    expect(texts('before:2025')).toEqual(['before:2025-11-29']);
    expect(texts('before:', { nowMs: Date.UTC(2026, 10, 28, 23, 30) })[0]).toBe('before:2026-11-28');
  });

  it('has no suggestions elsewhere', () => {
    for (const query of ['', 'is', 'is:unread ', 'from:mi', 'this:p', 'label:"Big days"']) expect(texts(query)).toEqual([]);
  });

  it('is replaced by what completes it', () => {
    const [first] = suggestionsFor('quote label:"big', known);
    expect(first && completed('quote label:"big', first)).toBe('quote label:"Big days" ');
    const [state] = suggestionsFor('is:', known);
    expect(state && completed('is:', state)).toBe('is:unread ');
  });
});

it('adds a filter, in place of one without a value', () => {
  expect(withFilter('', 'from')).toBe('from:');
  expect(withFilter('quote ', 'from')).toBe('quote from:');
  expect(withFilter('quote is:', 'from')).toBe('quote from:');
  expect(withFilter('from:mina', 'in')).toBe('from:mina in:');
});

it('searches for nothing that has no value yet', () => {
  expect(searchable('  quote  ')).toBe('quote');
  expect(searchable('quote from:')).toBe('quote');
  expect(searchable('label:"')).toBe('');
  expect(searchable('quote is:un')).toBe('quote');
  expect(searchable('quote IN:s')).toBe('quote');
  expect(searchable('before:2026-01')).toBe('');
  for (const whole of ['from:mina', 'is:unread', 'is:read', 'is:blue', 'in:inbox', 'before:2026-01-31', 'after:soon', 'label:inv'])
    expect(searchable(whole)).toBe(whole);
});
