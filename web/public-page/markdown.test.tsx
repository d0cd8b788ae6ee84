/** @jsxImportSource preact */
import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { hostileTexts } from '../../tests/support/hostile-profile.ts';
import { Markdown } from './markdown.tsx';

const rendered = (text: string) => renderToString(<Markdown text={text} />).replace(/^<div class="prose">|<\/div>$/g, '');
const tagsOf = (html: string) => new Set([...html.matchAll(/<([a-z0-9]+)/g)].map(([, tag]) => tag));

describe('a text with a little Markdown', () => {
  test('has paragraphs, emphasis, links and lists', () => {
    expect(rendered('One **two** *three*\n\n- four\n- [five](https://example.com)\n\n1. six')).toBe(
      '<p dir="auto">One <strong>two</strong> <em>three</em></p>' +
        '<ul><li><p dir="auto">four</p></li><li><p dir="auto"><a href="https://example.com/" rel="noopener nofollow ugc">five</a></p></li></ul>' +
        '<ol start="1"><li><p dir="auto">six</p></li></ol>',
    );
  });

  test.each([
    ['[words][ref]', 'words'],
    ['[words][REF]', 'words'],
    ['[ref][]', 'ref'],
    ['[ref]', 'ref'],
    ['*[words][ref]*', 'words'],
    ['- [words][ref]', 'words'],
  ])('resolves the reference %s, defined anywhere', (reference, words) => {
    for (const text of [
      `${reference}\n\n[ref]: https://example.com/a`,
      `> [ref]: https://example.com/a "A title"\n\n${reference}`,
      `[Ref]: <https://example.com/a>\n[ref]: https://evil.example\n\n${reference}`,
    ])
      expect(rendered(text)).toContain(`<a href="https://example.com/a" rel="noopener nofollow ugc">${words}</a>`);
  });

  test('shows undefined references as they were written', () => {
    expect(rendered('[words][ref] and [note]')).toBe('<p dir="auto">[words][ref] and [note]</p>');
  });

  test('stays a few times its length at most, however often an address is used', () => {
    const html = rendered(`${'[a] '.repeat(800)}\n\n[a]: https://example.com/${'x'.repeat(400)}`);
    expect(html.length).toBeLessThan(20_000);
    expect(html).toContain('<a href="https://example.com/xxx');
  });

  test('is split into paragraphs if it has no Markdown', () =>
    expect(rendered('One\n\nTwo')).toBe('<p dir="auto">One</p><p dir="auto">Two</p>'));

  test.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](data:text/html,x)',
    '[x](//evil.example)',
    '[x](vbscript:x)',
    '[x]( javascript:alert(1) )',
    '[x](&#106;avascript:alert(1))',
    '<javascript:alert(1)>',
    '[x][y]\n\n[y]: javascript:alert(1)',
    '[y]\n\n[y]: data:text/html,x',
    '[x](https://paypal.com@evil.example)',
    '<https://paypal.com@evil.example>',
    '[x](http://example.com)',
    '[x](https://)',
    '![x](https://evil.example/track.png)',
  ])('renders %s as neither link nor picture', (text) => expect(rendered(text)).not.toMatch(/<a|<img|href|src=/));

  test.each(['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', 'a <b>b</b>', '<!-- x -->', '<style>*{}</style>'])(
    'shows %s as it was written',
    (text) => {
      expect(tagsOf(rendered(text))).toEqual(new Set(['p']));
      expect(rendered(text)).toContain('&lt;');
    },
  );
});

test('renders only the allowed elements from any text', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '[',
    ']',
    '(',
    ')',
    '*',
    '_',
    '`',
    '#',
    '- ',
    '> ',
    '1. ',
    '\n',
    '\n\n',
    '    ',
    '!',
    '|',
    '&lt;',
    'javascript:',
    'https://a.b',
    'x',
    '\\',
    '~~~',
    '<a href=x>',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const html = rendered(pieces.join(''));
      for (const tag of tagsOf(html)) expect(['p', 'em', 'strong', 'a', 'br', 'hr', 'ul', 'ol', 'li', 'blockquote']).toContain(tag);
      for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(https:\/\/|mailto:)/i);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['quotes in quotes', '>'.repeat(4000)],
  ['lists in lists', '- '.repeat(2000)],
  ['open brackets', '['.repeat(4000)],
  ['open links', '[a]('.repeat(1000)],
  ['stars', '*a '.repeat(1333)],
  ['stars and lines', '**_'.repeat(1333)],
  ['code ticks', '`a'.repeat(2000)],
  ['entities', '&'.repeat(4000)],
  ['indents', Array.from({ length: 80 }, (_, depth) => `${' '.repeat(depth)}- x`).join('\n')],
])('limits the depth of %s to what a person would write', (_, bomb) => {
  const html = rendered(bomb);
  let depth = 0;
  let deepest = 0;
  for (const [, end] of html.matchAll(/<(\/?)(?!br|hr)[a-z]+[^>]*>/g)) {
    depth += end ? -1 : 1;
    deepest = Math.max(deepest, depth);
  }
  expect(deepest).toBeLessThan(16);
});

describe('a text with more Markdown than a person writes', () => {
  test.each([
    ['quotes in quotes', '>'.repeat(40)],
    ['lists in lists', '1. '.repeat(40)],
    ['nothing but marks', '*a_'.repeat(200)],
    ['a line that begins far to the right', `- a\n${' '.repeat(40)}- b`],
  ])('such as %s is shown as it was written', (_, text) => {
    expect(tagsOf(rendered(text))).toEqual(new Set(['p']));
    expect(
      rendered(text)
        .replace(/<\/?p[^>]*>/g, '')
        .replaceAll('&gt;', '>'),
    ).toBe(text.trim());
  });

  test('repeats a long address at most up to twice the length of the text', () => {
    const html = rendered(`[a]: https://example.com/${'x'.repeat(1900)}\n\n${'[a] words '.repeat(200)}`);
    expect(html.length).toBeLessThan(15_000);
    expect(html).toContain('<a href="https://example.com/x');
  });
});

test('keeps every word of a text, with any Markdown in between', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const marks = hostileTexts(seed)(300)
      .replaceAll(/\[a\]: /g, '')
      .split(/(?<=.{12})/s);
    const text = marks.map((mark, index) => `${mark} w${index}w `).join('');
    const shown = renderToString(<Markdown text={text} />);
    // Words in an address or a link's title aren't shown; all others are.
    for (const [word] of text.matchAll(/w\d+w/g)) if (!/[\]<(]/.test(text)) expect(shown, JSON.stringify(text)).toContain(word);
  }
});
