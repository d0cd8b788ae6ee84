import { expect, test } from 'vitest';
import { shownPresence } from './manager-presence.ts';

test.each([
  ['a used dashboard', { isSeen: true }, { look: 'online', status: '' }],
  ['no dashboard, or an invisible manager', { isSeen: false }, { look: 'away', status: '' }],
  ['away by choice', { isSeen: true, state: 'away' }, { look: 'away', status: '' }],
  ['do not disturb', { isSeen: false, state: 'do-not-disturb' }, { look: 'do-not-disturb', status: '' }],
  ['a status without an end', { isSeen: false, status: 'On a train' }, { look: 'away', status: 'On a train' }],
  ['a status before its end', { isSeen: true, status: 'On a train', statusUntil: 1001 }, { look: 'online', status: 'On a train' }],
  ['a status at its end', { isSeen: true, status: 'On a train', statusUntil: 1000 }, { look: 'online', status: '' }],
] as const)('shows %s', (_, known, shown) => {
  expect(shownPresence(known, 1000)).toEqual(shown);
});
