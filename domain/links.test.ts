import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partsOf } from './links.ts';

const links = (text: string) => partsOf(text).flatMap(({ href }) => href ?? []);

describe('the links of a text', () => {
  test.each([
    ['See https://example.org/a?b=c#d.', ['https://example.org/a?b=c#d']],
    ['(https://example.org/wiki/Foyer_(room))', ['https://example.org/wiki/Foyer_(room)']],
    ['«https://example.org»', ['https://example.org']],
    ['https://example.org, https://example.com!', ['https://example.org', 'https://example.com']],
    ['Write to mailto:ada@example.org please', ['mailto:ada@example.org']],
    ['HTTPS://EXAMPLE.ORG/A', ['HTTPS://EXAMPLE.ORG/A']],
    ['https://münchen.example/ä', ['https://münchen.example/ä']],
    ['https://пример.рф/путь', ['https://пример.рф/путь']],
    // Closing, quoting and sentence punctuation of any script.
    ['https://example.org/」と言った', ['https://example.org/']],
    ['（https://example.org/a）です', ['https://example.org/a']],
    ['「https://example.org/a」『https://example.org/b』', ['https://example.org/a', 'https://example.org/b']],
    ['【https://example.org/a】〈https://example.org/b〉', ['https://example.org/a', 'https://example.org/b']],
    ['„https://example.org/a“', ['https://example.org/a']],
    ['‚https://example.org/a‘ ›https://example.org/b‹', ['https://example.org/a', 'https://example.org/b']],
    ['“https://example.org/a”。', ['https://example.org/a']],
    ['＂https://example.org/a＂', ['https://example.org/a']],
    ["'https://example.org/a'です", ['https://example.org/a']],
    ["https://example.org/Schindler's_List", ["https://example.org/Schindler's_List"]],
    ['`https://example.org/a`です', ['https://example.org/a']],
    [
      'https://example.org/a。https://example.org/b、https://example.org/c',
      ['https://example.org/a', 'https://example.org/b', 'https://example.org/c'],
    ],
    [
      'https://example.org/a؟ https://example.org/b، https://example.org/c۔',
      ['https://example.org/a', 'https://example.org/b', 'https://example.org/c'],
    ],
    [
      'https://example.org/a। https://example.org/b། https://example.org/c။',
      ['https://example.org/a', 'https://example.org/b', 'https://example.org/c'],
    ],
    ['https://example.org/a—which https://example.org/b…', ['https://example.org/a', 'https://example.org/b']],
    ['*https://example.org/a*, ~https://example.org/b~', ['https://example.org/a', 'https://example.org/b']],
    // The first bracket not opened inside.
    ['(https://a.example/x),(https://b.example/y)', ['https://a.example/x', 'https://b.example/y']],
    ['[a](https://a.example/x) and {https://b.example/y}', ['https://a.example/x', 'https://b.example/y']],
    ['https://a.example/?a[]', ['https://a.example/?a[]']],
    ['(https://a.example/?a[]=(1)&b={2})', ['https://a.example/?a[]=(1)&b={2}']],
    ['https://a.example/x]y', ['https://a.example/x']],
    ['https://a.example/x(', ['https://a.example/x']],
    // Another address begins.
    ['https://a.example/x,https://b.example/y', ['https://a.example/x', 'https://b.example/y']],
    ['https://a.example/xhttps://b.example/y', ['https://a.example/x', 'https://b.example/y']],
    ['https://a.example/x;mailto:b@b.example', ['https://a.example/x', 'mailto:b@b.example']],
    ['https://a.example/x,http://b.example/y', ['https://a.example/x']],
    ['https://localhost,https://b.example', ['https://b.example']],
    ['https://a.example/web/https://b.example/y', ['https://a.example/web/https://b.example/y']],
    ['https://a.example/?to=https://b.example', ['https://a.example/?to=https://b.example']],
    // A host without a path.
    ['https://example.orgを見て', ['https://example.org']],
    ['https://example.orgครับ', ['https://example.org']],
    ['https://example.org😀', ['https://example.org']],
    ['https://example.org(see below)', ['https://example.org']],
    ['https://example.org:8080です', ['https://example.org:8080']],
    ['https://example.org/a\u200bmore', ['https://example.org/a']],
    ['https://example.org\u200f שלום', ['https://example.org']],
    ['https://example.org/می\u200cخواهم', ['https://example.org/می\u200cخواهم']],
    ['mailto:r&d@example.com.', ['mailto:r&d@example.com']],
  ])('%s', (text, expected) => expect(links(text)).toEqual(expected));

  test.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'http://example.org',
    'vbscript:x',
    'https://bank.example@evil.example/',
    'https://user:secret@evil.example/',
    'https://localhost/',
    'https://',
    'xhttps://example.org',
    'mailto:',
    'mailto:ada',
    'mailto:a@b.example?body=x',
    'java\u0000script:alert(1)',
    'https:///evil.example/?x',
    'https://paypal.com%2f@evil.example',
    'https://exa%6dple.org',
    'https://1.1/',
    'https://0x7f.1',
    'https://2130706433/',
    'https://paypal.co\u00adm',
    'https://paypal.co\u200bm',
    `https://paypal.co${'\u200b'.repeat(20)}m`,
    'https://paypal.co\u043c',
    'https://\uff46ile.example',
    'https://example.org:99999/',
    'mailto:a%2Cb@c.example',
    'mailto:a#b@c.example',
    'mailto:a@b.example/x',
  ])('are none in %j', (text) => expect(links(text)).toEqual([]));

  test('keep the text unchanged and lead only to https and mailto', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(...'é「」（）“”。、؟…—\u200b\u00ad\u0301が한 \n@:%', '👨‍👩‍👧', '\ud83d'),
      fc.webUrl({ validSchemes: ['https', 'http', 'javascript'] }),
      fc.constantFrom('https://', 'mailto:a@b.example', ')', '. '),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        expect(
          partsOf(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
        for (const href of links(text)) expect(href).toMatch(/^(https:\/\/|mailto:)/i);
        for (const href of links(text)) expect(new URL(href).username + new URL(href).password).toBe('');
      }),
    );
  });

  test('with an ASCII host open the displayed host', () => {
    const piece = fc.constantFrom(
      'a',
      'paypal',
      '.',
      '.com',
      '-',
      '_',
      '@',
      ':',
      '8080',
      '%',
      '2e',
      '/',
      '?',
      '#',
      '0x7f',
      '1',
      '\u00ad',
      '\u3002',
      '\\',
      ')',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        for (const href of links(`https://${pieces.join('')}`)) {
          const [, written = ''] = /^https:\/\/([^/?#:]*)/.exec(href) ?? [];
          expect(new URL(href).hostname).toBe(written.toLowerCase());
        }
      }),
      { numRuns: 2000 },
    );
  });
});
