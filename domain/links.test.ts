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
  ])('are none in %j', (text) => expect(links(text)).toEqual([]));

  test('leave every text as it was, and point nowhere but to https and mailto', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
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
        for (const href of links(text).filter((link) => URL.canParse(link)))
          expect(new URL(href).username + new URL(href).password).toBe('');
      }),
    );
  });
});
