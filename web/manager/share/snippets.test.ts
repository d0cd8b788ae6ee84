import { describe, expect, test } from 'vitest';
import { frameSnippet, linkSnippet } from './snippets.ts';

const ada = { origin: 'https://foyer.example', slug: 'ada-moreau', label: 'Write to Ada', accent: '#8a3b2a' };

describe('the link snippet', () => {
  test('leads to the message box, with its styles inline', () => {
    expect(linkSnippet(ada)).toBe(
      '<a href="https://foyer.example/ada-moreau#conversation" style="display:inline-block;padding:.75em 1.25em;border-radius:.5em;' +
        'background:#8a3b2a;color:#ffffff;font:inherit;line-height:1.25;text-decoration:none">Write to Ada</a>',
    );
  });

  test('is readable on a bright accent', () => expect(linkSnippet({ ...ada, accent: '#ffcc00' })).toContain('color:#000000'));
});

test('the frame snippet shows the message box of one page, with a title', () => {
  expect(frameSnippet(ada)).toMatch(
    /^<iframe src="https:\/\/foyer\.example\/ada-moreau\/embed" title="Write to Ada" loading="lazy" style="[^"]*"><\/iframe>$/,
  );
});

test.each(['"><script>alert(1)</script>', "O'Neill & <b>", '" onload="x'])('both snippets keep a label like %s as text', (label) => {
  for (const snippet of [linkSnippet({ ...ada, label }), frameSnippet({ ...ada, label })]) {
    // One element with its usual attributes.
    expect(snippet).toMatch(/^<(a|iframe)( (href|src|title|loading|style)="[^"<>]*")+>[^<>"]*<\/\1>$/);
    expect(snippet).not.toContain(label);
  }
});

test('both snippets escape the address', () => {
  const wrong = { ...ada, slug: 'a"b<c' };
  expect(linkSnippet(wrong)).toContain('href="https://foyer.example/a&quot;b&lt;c#conversation"');
  expect(frameSnippet(wrong)).toContain('src="https://foyer.example/a&quot;b&lt;c/embed"');
});
