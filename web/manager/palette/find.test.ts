import { describe, expect, it, vi } from 'vitest';
import type { Workspace } from '../workspace/workspace.ts';
import { findItems } from './find.ts';
import type { Item, Provider } from './provider.ts';

const item = (name: string, more: Partial<Item> = {}): Item => ({ id: name.toLowerCase(), name, icon: 'inbox', run: vi.fn(), ...more });
const provider = (title: string, items: readonly Item[], more: Partial<Provider> = {}): Provider => ({
  title: () => title,
  items: () => items,
  ...more,
});

const ACTS = provider('Actions', [item('Archive'), item('Mute', { whyNot: 'Already muted.' }), item('Snooze')], { isOffered: true });
const PLACES = provider('Go to', [item('Inbox'), item('Archive list'), item('Snoozed')], { isOffered: true });
const PEOPLE = provider('Conversations', [item('Mina Arc', { note: 'A quote for the garden' }), item('Jörg', { note: 'Archive photos' })]);
const ALL = [ACTS, PLACES, PEOPLE];

/** What is found, a line for each group. */
function found(query: string, recent: readonly string[] = [], providers: readonly Provider[] = ALL): string[] {
  // These items read nothing of it.
  const opening = { workspace: {} as Workspace, targets: [] };
  const groups = findItems(query, opening, providers, { recent, recentTitle: 'Recent' });
  return groups.map(({ title, items }) => `${title}: ${items.map(({ name }) => name).join(', ')}`);
}

describe('without a query', () => {
  it('shows what can be done and where to go, and not every conversation', () => {
    expect(found('')).toEqual(['Actions: Archive, Snooze', 'Go to: Inbox, Archive list, Snoozed']);
  });

  it('starts with recent choices, newest first, and shows each once', () => {
    expect(found(' ', ['jörg', 'inbox'])).toEqual(['Recent: Jörg, Inbox', 'Actions: Archive, Snooze', 'Go to: Archive list, Snoozed']);
  });

  it('leaves out recent choices that are gone or impossible now', () => {
    expect(found('', ['mute', 'deleted', 'snooze'])[0]).toBe('Recent: Snooze');
  });
});

describe('a query', () => {
  it('finds names and notes in every group, the best group first', () => {
    expect(found('garden')).toEqual(['Conversations: Mina Arc']);
    expect(found('arc')).toEqual(['Actions: Archive', 'Go to: Archive list', 'Conversations: Mina Arc, Jörg']);
    expect(found('jorg')).toEqual(['Conversations: Jörg']);
    expect(found('mina garden')).toEqual(['Conversations: Mina Arc']);
    expect(found('nothing like it')).toEqual([]);
  });

  it('prefers what was chosen recently among equals', () => {
    expect(found('sno')[0]).toBe('Actions: Snooze');
    expect(found('sno', ['snoozed'])[0]).toBe('Go to: Snoozed');
  });

  it('finds what can’t be done, after everything that can', () => {
    expect(found('mu')).toEqual(['Actions: Mute']);
    expect(found('m')[0]).toBe('Conversations: Mina Arc');
  });

  it('shows at most eight items of a group', () => {
    const many = provider(
      'Conversations',
      Array.from({ length: 500 }, (_, index) => item(`Mina ${index}`)),
    );
    expect(found('mina', [], [many])[0]?.split(', ').length).toBe(8);
  });

  it('is offered to providers that make items of it, below what was found', () => {
    const search = provider('Search', [], { itemsFor: (query) => [item(`Search for ${query}`)] });
    expect(found(' mina ', [], [search, PEOPLE])).toEqual(['Conversations: Mina Arc', 'Search: Search for mina']);
    expect(found('zzz', [], [search, PEOPLE])).toEqual(['Search: Search for zzz']);
    expect(found('', [], [search, PEOPLE])).toEqual([]);
  });
});
