import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LINK_MAX } from './limits.ts';
import { SafeLink } from './profile.ts';
import { isSameLink, placeOf, safeLink } from './safe-link.ts';

describe('a link of a page', () => {
  test.each([
    ['https://example.org', 'https://example.org/'],
    ['Https://Example.ME/About', 'https://example.me/About'],
    ['https:///evil.example/?x', 'https://evil.example/?x'],
    ['https:evil.example', 'https://evil.example/'],
    ['https:\\\\evil.example\\x', 'https://evil.example/x'],
    ['https://example.org:443/a', 'https://example.org/a'],
    ['https://münchen.example/ä', 'https://xn--mnchen-3ya.example/%C3%A4'],
    [' https://example.org/ ', 'https://example.org/'],
    ['MAILTO:ada@example.org?subject=Hello', 'mailto:ada@example.org?subject=Hello'],
  ])('%s is stored as %s', (typed, stored) => {
    expect(SafeLink.parse(typed)).toBe(stored);
    expect(SafeLink.parse(stored)).toBe(stored);
  });

  test.each([
    ['https://paypal.com@evil.example', 'no user name'],
    ['https://ada:secret@example.org/', 'no user name'],
    ['https://:secret@example.org/', 'no user name'],
    ['https://', 'Enter a web address'],
    ['https:///', 'Enter a web address'],
    ['https://?x', 'Enter a web address'],
    ['https://exa mple.org', 'Enter a web address'],
    ['https://[bad', 'Enter a web address'],
    ['http://example.org', 'use https'],
    ['javascript:alert(1)', 'Enter a web address'],
    ['example.org', 'Enter a web address'],
    ['mailto:', 'one email address'],
    ['mailto:ada', 'one email address'],
    ['mailto:?to=evil@evil.example', 'one email address'],
    ['mailto:paypal.com/x@evil.example', 'one email address'],
    ['mailto:ada@example.org,evil@evil.example', 'one email address'],
    ['mailto:ada%2Cevil@evil.example', 'one email address'],
    ['mailto:ada@example.org?bcc=evil@evil.example', 'one email address'],
    [`https://example.org/${'x'.repeat(LINK_MAX)}`, 'at most 500'],
  ])('%j is refused', (typed, reason) => {
    const result = SafeLink.safeParse(typed);
    expect(result.error?.issues.map(({ message }) => message).join()).toContain(reason);
  });

  test('in a script that grows by encoding is not longer than it was written', () => {
    const typed = `https://example.org/${'あ'.repeat(300)}`;
    expect(SafeLink.parse(typed)).toBe(typed);
  });

  test('is the same in any spelling', () => {
    expect(isSameLink('Https://example.me', 'https://EXAMPLE.me/')).toBe(true);
    expect(isSameLink('https://example.me/a', 'https://example.me/A')).toBe(false);
    expect(isSameLink('not a link', 'not a link')).toBe(true);
  });

  test('that is accepted leads to the host that is shown, and to nothing else', () => {
    const part = fc.constantFrom(
      'https:',
      'HTTPS:',
      '/',
      '//',
      '\\',
      '@',
      ':',
      'paypal.com',
      'evil.example',
      '?',
      '#',
      '%40',
      '.',
      '[::1]',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 10 }), (parts) => {
        const typed = `https:${parts.join('')}`;
        const link = safeLink(typed);
        if (link === null) return;
        const { host, href, username, password } = new URL(link);
        expect([placeOf(link), href, username + password]).toEqual([host, link, '']);
        expect(host).not.toBe('');
      }),
    );
  });
});

test.each([
  ['https://www.example.org/essays?page=2#top', 'example.org'],
  ['https://example.com', 'example.com'],
  ['https://www.com/', 'www.com'],
  ['https://example.com:8443/x', 'example.com:8443'],
  ['https:///evil.example/?x', 'evil.example'],
  ['https://paypal.com@evil.example', 'evil.example'],
  ['Https://Example.ME', 'example.me'],
  ['https://xn--80ak6aa92e.com/', 'xn--80ak6aa92e.com'],
  ['mailto:ada@example.org?subject=Hello', 'ada@example.org'],
  ['mailto:paypal.com/x@evil.example', 'paypal.com/x@evil.example'],
  ['not an address', ''],
])('a visitor sees that %s leads to %s', (url, place) => {
  expect(placeOf(url)).toBe(place);
});
