import { describe, expect, test } from 'vitest';
import { frameSnippet, linkSnippet } from './snippets.ts';

const ada = { origin: 'https://foyer.example', slug: 'ada-moreau', firstName: 'Ada', accent: '#8a3b2a' };

describe('the link to paste elsewhere', () => {
  test('leads to the message box, and has its look in itself', () => {
    expect(linkSnippet(ada)).toBe(
      '<a href="https://foyer.example/ada-moreau#conversation" style="display:inline-block;padding:.75em 1.25em;border-radius:.5em;' +
        'background:#8a3b2a;color:#ffffff;font:inherit;line-height:1.25;text-decoration:none">Write to Ada</a>',
    );
  });

  test('is readable on a bright accent', () => expect(linkSnippet({ ...ada, accent: '#ffcc00' })).toContain('color:#000000'));
});

test('the frame shows the message box of one page, and has a name', () => {
  expect(frameSnippet(ada)).toMatch(
    /^<iframe src="https:\/\/foyer\.example\/ada-moreau\/embed" title="Write to Ada" loading="lazy" style="[^"]*"><\/iframe>$/,
  );
});

test.each(['"><script>alert(1)</script>', "O'Neill & <b>", '" onload="x'])('a name like %s stays text in both', (firstName) => {
  for (const snippet of [linkSnippet({ ...ada, firstName }), frameSnippet({ ...ada, firstName })]) {
    // One element, with the attributes that it has for everybody.
    expect(snippet).toMatch(/^<(a|iframe)( (href|src|title|loading|style)="[^"<>]*")+>[^<>"]*<\/\1>$/);
    expect(snippet).not.toContain(firstName);
  }
});

test('an address cannot leave its place', () => {
  const wrong = { ...ada, slug: 'a"b<c' };
  expect(linkSnippet(wrong)).toContain('href="https://foyer.example/a&quot;b&lt;c#conversation"');
  expect(frameSnippet(wrong)).toContain('src="https://foyer.example/a&quot;b&lt;c/embed"');
});
