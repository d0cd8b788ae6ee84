import { expect, it } from 'vitest';
import { KEY_HELP } from './key-help.ts';

it('lists each key once, with the acts that share it', () => {
  const lines = KEY_HELP.map(({ keys, does }) => `${keys.join(' ')}: ${does}`);
  expect(new Set(KEY_HELP.map(({ keys }) => keys.join(' '))).size).toBe(lines.length);
  const expected = [
    'Ctrl K: Commands',
    'j ↓: Next conversation',
    'k ↑: Previous conversation',
    'Enter: Open',
    '→: Buttons of a row',
    'x: Select',
    'Shift ↓: Select more',
    'Ctrl a: Select all',
    'r: Reply',
    'Shift N: New note',
    'e: Archive or unarchive',
    's: Snooze or unsnooze',
    'm: Move to inbox',
    '!: Mark as spam',
    'l: Labels',
    'p: Pin or unpin',
    'Shift U: Mark as unread',
    'Shift I: Mark as read',
    'F2: Rename…',
    'n: Mute or unmute',
    'w: Download as a web page',
    'd: Download as JSON',
    'f: Report…',
    '#: Delete…',
    '.: More: download, block, report, delete',
    'i: About the visitor',
    'z: Undo',
    'h: Recent actions',
    'u: Show new conversations',
    '/: Search',
    ',: Settings',
    'Esc: Back',
    '1 – 9: Inbox, Snoozed, Archive, Requests, Spam, Unread, Waiting for me, Pinned, Muted',
    '?: Show shortcuts',
  ];
  expect(lines.filter((line) => expected.includes(line))).toEqual(expected);
});
