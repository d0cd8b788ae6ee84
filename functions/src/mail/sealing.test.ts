import { describe, expect, test } from 'vitest';
import { addressHash, mailboxOf } from './mail-keys.ts';
import { mailLink, readMailToken } from './mail-link.ts';
import { openAddress, sealAddress, shortened } from './seal-address.ts';

const [KEY, OLD] = ['k'.repeat(32), 'o'.repeat(32)];
const DAY_MS = 24 * 3600_000;

describe('a sealed address', () => {
  test('opens with its key and conversation only, and each seal differs', () => {
    const sealed = sealAddress([KEY, OLD], 'c1', 'mina@example.org');
    expect(sealed).not.toContain('mina');
    expect(sealAddress([KEY], 'c1', 'mina@example.org')).not.toBe(sealed);
    expect(openAddress([KEY], 'c1', sealed)).toBe('mina@example.org');
    expect(openAddress([KEY], 'c2', sealed)).toBeNull();
    expect(openAddress([OLD], 'c1', sealed)).toBeNull();
    for (const changed of ['', 'x', `${sealed.slice(0, -2)}AA`, `AAAA${sealed.slice(4)}`])
      expect(openAddress([KEY], 'c1', changed)).toBeNull();
  });

  test('opens after its key was replaced, until that is removed', () => {
    const sealed = sealAddress([OLD], 'c1', 'mina@example.org');
    expect(openAddress([KEY, OLD], 'c1', sealed)).toBe('mina@example.org');
    expect(openAddress([KEY], 'c1', sealed)).toBeNull();
  });

  test('is shown by its first letter and its domain', () => expect(shortened('mina@example.org')).toBe('m…@example.org'));
});

describe('limits of an address', () => {
  test.each([
    ['Mina@Example.ORG', 'mina@example.org'],
    ['mina+foyer@example.org', 'mina@example.org'],
    ['m.i.n.a@googlemail.com', 'mina@gmail.com'],
    ['m.i.n.a@example.org', 'm.i.n.a@example.org'],
    ['+tag@example.org', '+tag@example.org'],
  ])('%s counts as %s', (address, mailbox) => {
    expect(mailboxOf(address)).toBe(mailbox);
    expect(addressHash(KEY, address)).toBe(addressHash(KEY, mailbox));
    expect(addressHash(OLD, address)).not.toBe(addressHash(KEY, address));
  });
});

describe('a link in a mail', () => {
  const link = { does: 'confirm', managerId: 'm', conversationId: 'c', requestId: 'r', language: 'de' } as const;
  const tokenOf = (address: string) => new URL(address).searchParams.get('token') ?? '';
  const token = tokenOf(mailLink('https://foyer.example', [KEY], 0, link));

  test('says what it does, for a day', () => {
    expect(readMailToken([KEY], 0, token)).toEqual(link);
    expect(readMailToken([OLD, KEY], DAY_MS - 1, token)).toEqual(link);
    expect(readMailToken([KEY], DAY_MS, token)).toBeNull();
  });

  test('that stops mails works for half a year', () => {
    const stop = { does: 'stop-manager', managerId: 'm', language: 'ja' } as const;
    const stops = tokenOf(mailLink('https://foyer.example', [KEY], 0, stop));
    expect(readMailToken([KEY], 179 * DAY_MS, stops)).toEqual(stop);
    expect(readMailToken([KEY], 180 * DAY_MS, stops)).toBeNull();
  });

  test('with any other signature or content is refused', () => {
    const [content = '', signed = ''] = token.split('.');
    const forged = Buffer.from(JSON.stringify(['confirm', 'de', 9e15, 'other', 'c', 'r'])).toString('base64url');
    for (const wrong of ['', '.', content, `${content}.`, `${forged}.${signed}`, `${content}.${signed.slice(0, -1)}A`, `${token}A`]) {
      if (wrong !== token) expect(readMailToken([KEY], 0, wrong), wrong).toBeNull();
    }
    expect(readMailToken([OLD], 0, token)).toBeNull();
    expect(readMailToken([], 0, token)).toBeNull();
  });
});
