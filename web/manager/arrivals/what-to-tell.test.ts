import { MANAGER, SYSTEM, VISITOR } from '@foyer/domain/participant';
import { type Settings, settingsOf } from '@foyer/domain/settings';
import { Timestamp } from 'firebase/firestore';
import { describe, expect, test } from 'vitest';
import type { Conversation } from '../conversations/conversation.ts';
import { isCounted, remember, whatToTell } from './what-to-tell.ts';

const NOON = Date.parse('2026-11-28T12:00Z');

function someConversation(id: string, changes: Partial<Conversation> = {}): Conversation {
  return {
    id,
    visitor: { name: 'Mina', locale: 'en' },
    status: 'open',
    tray: 'inbox',
    alias: '',
    labels: [],
    pinned: false,
    isMuted: false,
    isBlocked: false,
    snoozedUntilMs: null,
    lastMessage: { id: `${id}1`, sender: VISITOR, preview: 'Hello', atMs: 1000 },
    unread: 1,
    messageCount: 1,
    isUnread: true,
    section: null,
    scheduled: [],
    createdAtMs: 0,
    place: { at: Timestamp.fromMillis(1000), id },
    isPlacePending: false,
    ...changes,
  };
}

const message = (id: string, atMs: number, sender = VISITOR) => ({ lastMessage: { id, sender, preview: 'Hello again', atMs } });

interface Change {
  before?: readonly Conversation[] | null;
  after: readonly Conversation[];
  settings?: Partial<Settings>;
  lookedAt?: string[];
  nowMs?: number;
}

const mina = someConversation('mina');
const news = someConversation('mina', message('mina2', 2000));

function tell({ before = [mina], after, settings, lookedAt = [], nowMs = NOON }: Change) {
  const told = whatToTell({
    before: before && remember(null, before),
    listed: after,
    settings: settingsOf({ hasSound: true, ...settings }),
    lookedAt: new Set(lookedAt),
    nowMs,
  });
  return { ids: told.conversations.map(({ id }) => id), hasSound: told.hasSound };
}

const NOTHING = { ids: [], hasSound: false };
const MINA = { ids: ['mina'], hasSound: true };

describe('a new message in the inbox', () => {
  test('is told once, with a sound if the manager wants one', () => {
    expect(tell({ after: [news] })).toEqual(MINA);
    expect(tell({ after: [news], settings: { hasSound: false } })).toEqual({ ids: ['mina'], hasSound: false });
    expect(tell({ before: [news], after: [news] })).toEqual(NOTHING);
    expect(tell({ before: [news], after: [{ ...news, pinned: true, unread: 2 }] })).toEqual(NOTHING);
  });

  test('is told when it starts a conversation, or brings one back from the archive', () => {
    expect(tell({ after: [someConversation('tom', message('tom1', 2000)), mina] })).toEqual({ ids: ['tom'], hasSound: true });
  });

  test('is told in another conversation than the one on the screen', () => {
    expect(tell({ after: [news], lookedAt: ['tom'] })).toEqual(MINA);
    expect(tell({ after: [news], lookedAt: ['mina'] })).toEqual(NOTHING);
  });

  test.each([
    ['in requests', { tray: 'requests' }],
    ['in spam', { tray: 'spam' }],
    ['in a muted conversation', { isMuted: true }],
    ['of a blocked visitor', { isBlocked: true }],
    ['that was read on another device', { unread: 0 }],
    ['of the manager, from another device', message('mina2', 2000, MANAGER)],
    ['of the server', message('mina2', 2000, SYSTEM)],
  ] as const)('is not told %s', (_, changes) => {
    expect(tell({ after: [{ ...news, ...changes }] })).toEqual(NOTHING);
    expect(tell({ after: [news] })).toEqual(MINA);
  });

  test('is not told while the lists load for the first time', () => {
    expect(tell({ before: null, after: [news] })).toEqual(NOTHING);
  });

  test('is not told while the manager is not to be disturbed, or in quiet hours', () => {
    const quietHours = { from: '11:00', to: '13:00' };
    expect(tell({ after: [news], settings: { availability: 'do-not-disturb' } })).toEqual(NOTHING);
    expect(tell({ after: [news], settings: { quietHours } })).toEqual(NOTHING);
    expect(tell({ after: [news], settings: { quietHours }, nowMs: NOON + 3600_000 })).toEqual(MINA);
    for (const availability of ['automatic', 'away', 'invisible'] as const)
      expect(tell({ after: [news], settings: { availability } })).toEqual(MINA);
  });

  test('still counts as unread then', () => {
    expect(isCounted(news)).toBe(true);
    expect(isCounted({ ...news, isMuted: true })).toBe(false);
  });
});

describe('an old message is no news', () => {
  test('when its conversation is loaded with the next page, unarchived or woken', () => {
    expect(tell({ after: [mina, someConversation('old', message('old1', 500))] })).toEqual(NOTHING);
  });

  test('when a request is moved to the inbox', () => {
    const request = someConversation('tom', { tray: 'requests', ...message('tom1', 3000) });
    expect(tell({ before: [mina, request], after: [mina, { ...request, tray: 'inbox' }] })).toEqual(NOTHING);
  });

  test('when its conversation left the lists and comes back', () => {
    const known = remember(remember(remember(null, [mina]), [news]), []);
    const told = whatToTell({ before: known, listed: [news], settings: settingsOf({}), lookedAt: new Set(), nowMs: NOON });
    expect(told.conversations).toEqual([]);
  });
});
