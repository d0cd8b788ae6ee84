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
    ['https://paypal.com@evil.example', 'link-with-password'],
    ['https://ada:secret@example.org/', 'link-with-password'],
    ['https://:secret@example.org/', 'link-with-password'],
    ['https://', 'link-format'],
    ['https:///', 'link-format'],
    ['https://?x', 'link-format'],
    ['https://exa mple.org', 'link-format'],
    ['https://[bad', 'link-format'],
    ['http://example.org', 'link-not-secure'],
    ['javascript:alert(1)', 'link-format'],
    ['example.org', 'link-format'],
    ['mailto:', 'link-recipients'],
    ['mailto:ada', 'link-recipients'],
    ['mailto:?to=evil@evil.example', 'link-recipients'],
    ['mailto:paypal.com/x@evil.example', 'link-recipients'],
    ['mailto:ada@example.org,evil@evil.example', 'link-recipients'],
    ['mailto:ada%2Cevil@evil.example', 'link-recipients'],
    ['mailto:ada@example.org?bcc=evil@evil.example', 'link-recipients'],
    [`https://example.org/${'x'.repeat(LINK_MAX)}`, 'too_big'],
  ])('%j is refused', (typed, reason) => {
    const result = SafeLink.safeParse(typed);
    expect(result.error?.issues.map(({ code, message }) => (code === 'custom' ? message : code))).toEqual([reason]);
  });

  test('in a script that grows by encoding is no longer than typed', () => {
    const typed = `https://example.org/${'あ'.repeat(300)}`;
    expect(SafeLink.parse(typed)).toBe(typed);
  });

  test('is the same in any spelling', () => {
    expect(isSameLink('Https://example.me', 'https://EXAMPLE.me/')).toBe(true);
    expect(isSameLink('https://example.me/a', 'https://example.me/A')).toBe(false);
    expect(isSameLink('not a link', 'not a link')).toBe(true);
  });

  test('that is accepted leads only to the host shown', () => {
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
])('shows visitors that %s leads to %s', (url, place) => {
  expect(placeOf(url)).toBe(place);
});
