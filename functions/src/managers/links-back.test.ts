import { describe, expect, test } from 'vitest';
import { linksBack } from './links-back.ts';

const ours = new Set(['https://foyer.test/ada', 'https://foyer.test/ada-before']);
const isBack = (html: string, url = 'https://social.example/@ada') => linksBack({ url, html }, ours);

describe('a page links back', () => {
  test.each([
    '<a rel="me" href="https://foyer.test/ada">Foyer</a>',
    '<A HREF=https://foyer.test/ada REL=me>',
    "<a class='x' href='https://foyer.test/ada/' rel='nofollow noopener ME'>",
    '<link rel="me" href="https://foyer.test/ada-before">',
    '<a\n  rel="me"\n  href="https&#x3A;&#47;&#x2f;foyer.test/ada?x=1&amp;y#z">',
    '<p>&lt;<a rel=me href="//foyer.test/ada">',
    '<!-- a --><a rel="me" href="https://foyer.test/ada"><!-- b -->',
  ])('by %s', (html) => expect(isBack(html)).toBe(true));

  test('by a relative address, where it is on the same site', () => {
    expect(isBack('<a rel=me href=/ada>', 'https://foyer.test/other')).toBe(true);
  });
});

describe('a page does not link back', () => {
  test.each([
    '<a href="https://foyer.test/ada">',
    '<a rel="member" href="https://foyer.test/ada">',
    '<a rel="me" href="https://foyer.test/ada-other">',
    '<a rel="me" href="https://foyer.test/ada/x">',
    '<a rel="me" href="https://foyer.test.evil.example/ada">',
    '<a rel="me" href="https://foyer.test@evil.example/ada">',
    '<a rel="me" href="http://foyer.test/ada">',
    '<a rel="me" href="/ada">',
    '<a rel="me">https://foyer.test/ada</a>',
    '&lt;a rel="me" href="https://foyer.test/ada"&gt;',
    '<!-- <a rel="me" href="https://foyer.test/ada"> -->',
    '<script>"<a rel=me href=https://foyer.test/ada>"</script>',
    '<textarea><a rel="me" href="https://foyer.test/ada"></textarea>',
    '<!-- <a rel="me" href="https://foyer.test/ada">',
    '<article rel="me" href="https://foyer.test/ada">',
    '<a rel="me" href="https://[">',
    '<a rel="me" href="&#99999999;">',
    '',
  ])('by %s', (html) => expect(isBack(html)).toBe(false));
});

/** What is not linear would take minutes, and the test's own time ends before. */
test.each(['<a ', '<!--', '<script', '<a rel=me href=', '<a x', 'a=', 'İ', '<a rel="me" href="x" '])(
  'a hundred kilobytes of %j are read to their end',
  (piece) => {
    expect(isBack(piece.repeat(100_000 / piece.length))).toBe(false);
    expect(isBack(`<a ${piece.repeat(100_000 / piece.length)}>`)).toBe(false);
  },
);
