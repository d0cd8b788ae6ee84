import { expect, it } from 'vitest';
import { KEY_HELP } from './key-help.ts';

it('lists each key once, with the acts that share it', () => {
  const lines = KEY_HELP.map(({ keys, does }) => `${keys.join(' ')}: ${does}`);
  expect(new Set(KEY_HELP.map(({ keys }) => keys.join(' '))).size).toBe(lines.length);
  const expected = [
    'j ↓: Next conversation',
    'k ↑: Previous conversation',
    'Enter: Read it',
    '→: Buttons of a row',
    'r: Reply',
    'e: Archive, or move back to the inbox',
    's: Snooze, or unsnooze',
    'm: Move to inbox',
    '!: Spam',
    '.: Copy, block, unblock, report, delete',
    'i: About the visitor',
    'z: Undo',
    'h: Recent actions',
    'u: Show new conversations',
    'Esc: Back',
    '1 – 5: Inbox, snoozed, archive, requests, spam',
    '?: These keys',
  ];
  expect(lines.filter((line) => expected.includes(line))).toEqual(expected);
});
