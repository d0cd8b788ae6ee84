import { SEEN_MS } from '@foyer/domain/limits';
import { MANAGER, VISITOR } from '@foyer/domain/participant';
import { expect, test } from 'vitest';
import { needsMail, type Silence } from './needs-mail.ts';

const NOW = 10_000_000;
const unread: Silence = {
  lastMessage: { sender: MANAGER, at: NOW - 600_000 },
  seenAt: NOW - 900_000,
  readAt: NOW - 900_000,
  wroteAt: null,
  mailedAt: null,
};

test.each<[string, Partial<Silence>, ReturnType<typeof needsMail>]>([
  ['unread', {}, 'yes'],
  ['unread by someone without marks', { seenAt: null, readAt: null }, 'yes'],
  ['read', { readAt: NOW - 500_000 }, 'no'],
  ['followed by the visitor’s own message', { lastMessage: { sender: VISITOR, at: NOW } }, 'no'],
  ['in an open thread, not read yet', { seenAt: NOW - SEEN_MS + 1 }, 'not-yet'],
  ['in a silence that had its mail', { mailedAt: NOW - 700_000 }, 'no'],
  ['in a silence that had its mail, without marks', { mailedAt: NOW - 700_000, seenAt: null, readAt: null }, 'no'],
  ['after a visit since the last mail', { mailedAt: NOW - 950_000 }, 'yes'],
  [
    'after a message since the last mail, without marks',
    { mailedAt: NOW - 950_000, seenAt: null, readAt: null, wroteAt: NOW - 940_000 },
    'yes',
  ],
])('a reply %s: %s', (_, change, expected) => expect(needsMail({ ...unread, ...change }, NOW)).toBe(expected));
