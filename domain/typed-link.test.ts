import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LINK_MAX } from './limits.ts';
import { linkFault, placeOf, safeLink } from './safe-link.ts';
import { completeLink, completeOrigin, labelOf } from './typed-link.ts';

describe('a link as people type it', () => {
  test.each([
    // Without a scheme.
    ['instagram.com/name', 'https://instagram.com/name'],
    ['www.example.org', 'https://www.example.org/'],
    ['Instagram.COM/Ada', 'https://instagram.com/Ada'],
    ['example.org:8443/a?b=c#d', 'https://example.org:8443/a?b=c#d'],
    ['example.org?x=1', 'https://example.org/?x=1'],
    ['medium.com/@ada', 'https://medium.com/@ada'],
    ['example.org.', 'https://example.org/'],
    ['example.org/a,', 'https://example.org/a'],
    ['//example.org/a', 'https://example.org/a'],
    ['münchen.example', 'https://xn--mnchen-3ya.example/'],
    ['пример.рф/путь', 'https://xn--e1afmkfd.xn--p1ai/%D0%BF%D1%83%D1%82%D1%8C'],
    ['ｅｘａｍｐｌｅ．ｏｒｇ', 'https://example.org/'],
    // Odd spaces and pasted extras.
    ['  instagram.com/name  ', 'https://instagram.com/name'],
    ['\u00a0instagram.com/name\u200b', 'https://instagram.com/name'],
    ['<https://example.org/a>', 'https://example.org/a'],
    ['“example.org”', 'https://example.org/'],
    // With another or a mistyped scheme.
    ['http://example.org/a', 'https://example.org/a'],
    ['HTTP://Example.org', 'https://example.org/'],
    ['http:example.org', 'https://example.org/'],
    ['https//example.org', 'https://example.org/'],
    ['https;//example.org', 'https://example.org/'],
    ['https:/example.org', 'https://example.org/'],
    ['https://https://example.org/a', 'https://example.org/a'],
    ['https://http://example.org/a', 'https://example.org/a'],
    ['https://ada@example.org', 'https://ada@example.org'],
    // Email.
    ['name@example.com', 'mailto:name@example.com'],
    [' Ada.Moreau+page@Example.com ', 'mailto:Ada.Moreau+page@Example.com'],
    ['mailto: name@example.com', 'mailto:name@example.com'],
    ['mailto:name@example.com', 'mailto:name@example.com'],
    // Already complete.
    ['https://example.org/', 'https://example.org/'],
    ['', ''],
    ['   ', ''],
  ])('%j becomes %j', (typed, completed) => {
    expect(completeLink(typed)).toBe(completed);
    expect(completeLink(completed)).toBe(completed);
  });

  test.each([
    ['ada moreau.com', 'link-format'],
    ['instagram', 'link-format'],
    ['@ada', 'link-format'],
    ['localhost:3000', 'link-format'],
    ['192.168.0.1/a', 'link-format'],
    ['javascript:alert(1)', 'link-format'],
    ['java\tscript:alert(1)', 'link-format'],
    ['JavaScript://example.org/%0aalert(1)', 'link-format'],
    ['data:text/html,x', 'link-format'],
    ['tel:+49301234', 'link-format'],
    ['ftp://example.org', 'link-format'],
    ['example.org:99999', 'link-format'],
    ['ada:secret@example.org', 'link-format'],
    ['ada@example.org/path', 'link-format'],
    ['ada@example.org,eve@example.org', 'link-format'],
    ['ada@localhost', 'link-format'],
    ['https://ada@example.org', 'link-with-password'],
    ['http://example.org:8080', 'link-not-secure'],
    ['http://192.168.0.1', 'link-not-secure'],
    ['http://localhost', 'link-not-secure'],
    ['http://ada@example.org', 'link-not-secure'],
  ])('%j stays what it is, and is explained', (typed, reason) => {
    expect(completeLink(typed)).toBe(typed);
    expect(linkFault(typed)?.code).toBe(reason);
  });

  test('once completed is safe, says where it leads, and is not too long', () => {
    const part = fc.constantFrom(
      ...[
        'http:',
        'https:',
        'javascript:',
        'mailto:',
        '/',
        '//',
        '\\',
        '@',
        ':',
        ':80',
        'paypal.com',
        'evil.example',
        'ada',
        '?',
        '#',
        '%40',
      ],
      ...['.', ' ', '\u200b', '\t', 'ä', '。', 'x'.repeat(LINK_MAX)],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const typed = parts.join('');
        const completed = completeLink(typed);
        if (completed === typed || completed === '') return;
        expect(safeLink(completed)).toBe(completed);
        expect(completed.length).toBeLessThanOrEqual(LINK_MAX);
        expect(placeOf(completed)).not.toBe('');
        const { username, password } = new URL(completed);
        expect(username + password).toBe('');
      }),
    );
  });
});

test.each([
  ['https://instagram.com/name', 'Instagram'],
  ['https://www.instagram.com/name', 'Instagram'],
  ['https://m.facebook.com/name', 'Facebook'],
  ['https://uk.linkedin.com/in/ada', 'LinkedIn'],
  ['https://ada.bandcamp.com/', 'Bandcamp'],
  ['https://notinstagram.com/', 'notinstagram.com'],
  ['https://instagram.com.evil.example/', 'instagram.com.evil.example'],
  ['https://www.example.org/a', 'example.org'],
  ['https://example.org:8443/', 'example.org:8443'],
  ['mailto:ada@example.org', 'Email'],
  [`https://${'long.'.repeat(20)}example/`, `${'long.'.repeat(20).slice(0, 59)}…`],
  ['instagram', ''],
  ['', ''],
])('%s is labelled %j', (link, label) => expect(labelOf(link, 'Email')).toBe(label));

test.each([
  ['example.org', 'https://example.org'],
  ['http://www.Example.org/about?x', 'https://www.example.org'],
  ['https://example.org:8443/', 'https://example.org:8443'],
  ['https://example.org', 'https://example.org'],
  ['ada@example.org', 'ada@example.org'],
  ['localhost', 'localhost'],
  ['', ''],
])('a site typed as %j is %j', (typed, origin) => expect(completeOrigin(typed)).toBe(origin));
