import { CONVERSATION_DEFAULTS } from '@foyer/domain/conversation-versions';
import { signal } from '@preact/signals';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ACTS } from '../acts/register.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { stateOf } from '../conversations/conversation-state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { findItems } from './find.ts';
import type { Opening, Provider } from './provider.ts';

let providers: readonly Provider[];
const navigate = vi.fn();
const change = vi.fn();

beforeAll(async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => {} }));
  vi.stubGlobal('location', new URL('https://foyer.example/app/'));
  vi.doMock('./focus.ts', () => ({ focusList: vi.fn(), focusMessages: vi.fn() }));
  vi.doMock('../route/history.ts', () => ({
    navigate,
    leaveConversation: vi.fn(),
    route: signal({ view: 'open', conversationId: null, screen: null }),
  }));
  ({ PROVIDERS: providers } = await import('./providers.ts'));
  for (const { load } of providers) await load?.();
});
beforeEach(() => vi.clearAllMocks());

const ID = 'a'.repeat(32);
const mina = (more: Partial<Conversation> = {}): Conversation => ({
  ...stateOf(CONVERSATION_DEFAULTS),
  id: ID,
  visitor: { name: 'Mina Sørensen', email: '', locale: 'en' },
  lastMessage: { id: 'm', sender: 'visitor', preview: 'A quote for the garden', atMs: 0 },
  unread: 0,
  messageCount: 1,
  section: null,
  scheduled: [],
  createdAtMs: 0,
  place: {} as Conversation['place'],
  isPlacePending: false,
  ...more,
});

const openingOf = (targets: readonly Conversation[], loaded: readonly Conversation[] = targets): Opening => ({
  targets,
  // What providers read of it.
  workspace: { loaded: signal(loaded), thread: signal(null), list: { newCount: signal(0) }, change } as unknown as Workspace,
});

const find = (query: string, opening: Opening) =>
  findItems(query, opening, providers, { recent: [], recentTitle: 'Recent' }).flatMap(({ items }) => items);

describe('the palette', () => {
  it('finds every act of the register, with its key', () => {
    const items = providers.flatMap((provider) => provider.items(openingOf([mina()])));
    for (const act of ACTS) expect(items).toContainEqual(expect.objectContaining({ name: act.label, key: act.key, icon: act.icon }));
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it('does an act to its targets, and says why another can’t be done', () => {
    const targets = [mina(), mina({ id: 'b'.repeat(32) })];
    find('archive', openingOf(targets))[0]?.run();
    expect(change).toHaveBeenCalledWith(targets, expect.objectContaining({ name: 'archive' }));
    expect(find('unmute', openingOf([mina()]))[0]?.whyNot).toBe('It isn’t muted.');
    expect(find('archive', openingOf([]))[0]?.name).toBe('Archive');
    expect(find('snooze', openingOf([])).find(({ id }) => id === 'act:snooze')?.whyNot).toBe('Open or select a conversation first.');
  });

  it('opens a loaded conversation by name or preview, in its list', () => {
    const spam = mina({ tray: 'spam' });
    for (const query of ['sorensen', 'mina', 'GARDEN', 'mina quote']) {
      find(query, openingOf([], [spam]))[0]?.run();
      expect(navigate).toHaveBeenLastCalledWith({ view: 'spam', conversationId: ID, screen: null });
    }
  });

  it('opens lists, screens and parts of the settings', () => {
    for (const [query, ...to] of [
      ['requests', { view: 'requests', conversationId: null, screen: null }],
      ['my page', { view: 'open', conversationId: null, screen: 'page' }],
      ['stats', { view: 'open', conversationId: null, screen: 'numbers' }],
      ['notifications', { view: 'open', conversationId: null, screen: 'settings' }, '#notifications'],
    ] as const) {
      find(query, openingOf([]))[0]?.run();
      expect(navigate).toHaveBeenLastCalledWith(...to);
    }
  });

  it('searches everything for what was typed, below all that it finds', () => {
    const items = find('  mina quote ', openingOf([], [mina()]));
    expect(items.at(-1)).toMatchObject({ name: 'Search for “mina quote”', isOneOff: true });
    expect(items.length).toBe(2);
    expect(find(' ', openingOf([])).filter(({ isOneOff }) => isOneOff)).toEqual([]);
    vi.stubGlobal('document', { activeElement: null });
    items.at(-1)?.run();
    const to = { view: 'open', conversationId: null, screen: 'search' };
    expect(navigate).toHaveBeenLastCalledWith({ ...to, query: 'mina quote' });
  });

  it('keeps no text of a visitor in the ids of recent choices', () => {
    const ids = providers.flatMap((provider) => provider.items(openingOf([mina()]))).map(({ id }) => id);
    expect(ids.join(' ')).not.toMatch(/Mina|garden/i);
  });
});
