import { describe, expect, test } from 'vitest';
import { linksBack } from './links-back.ts';

const ours = new Set(['https://foyer.test/ada', 'https://foyer.test/ada-before']);
const isBack = (html: string, url = 'https://social.example/@ada') => linksBack({ url, html }, ours);

const LINK = '<a rel="me" href="https://foyer.test/ada">';

describe('finds a link back', () => {
  test.each([
    '<a rel="me" href="https://foyer.test/ada">Foyer</a>',
    '<A HREF=https://foyer.test/ada REL=me>',
    "<a class='x' href='https://foyer.test/ada/' rel='nofollow noopener ME'>",
    '<link rel="me" href="https://foyer.test/ada-before">',
    '<map><area rel="me" href="https://foyer.test/ada"></map>',
    '<a\n  rel="me"\n  href="https&#x3A;&#47;&#x2f;foyer.test/ada?x=1&amp;y#z">',
    '<a rel="me" href=" https://foyer.test/ada&Tab;">',
    '<a rel="x&#9;me" href="https&colon;//foyer.test/ada">',
    '<p>&lt;<a rel=me href="//foyer.test/ada">',
    `<!-- a -->${LINK}<!-- b -->`,
    `<!--> ${LINK}`,
    `<!-- a --!> ${LINK}`,
    `<script>"<!-- "</script>${LINK}`,
    `<img alt="<!--">${LINK}`,
    `<title><!-- </title>${LINK}`,
    `<noscript><!-- </noscript>${LINK}`,
    `<template></template>${LINK}`,
    `<template><template></template></template>${LINK}`,
    `<table><tr>${LINK}</table>`,
    `<svg><title>${LINK}</title></svg>`,
    `<object>${LINK}</object>`,
    `${'<div>'.repeat(400)}${LINK}`,
    `${'<p><b>'.repeat(100)}${LINK}`,
    `<a rel="me" href="/ada" rel="none">`.replace('/ada', 'https://foyer.test/ada'),
  ])('in %s', (html) => expect(isBack(html)).toBe(true));

  test('in a relative address on the same site', () => {
    expect(isBack('<a rel=me href=/ada>', 'https://foyer.test/other')).toBe(true);
  });

  test.each([
    '<base href="https://foyer.test/x/"><a rel=me href="../ada">',
    '<a rel=me href=/ada><base href="https://foyer.test/">',
    '<base target=_blank><base href="https://foyer.test/"><a rel=me href=ada>',
    '<base href="/a/"><base href="https://evil.example/"><a rel=me href="https://foyer.test/ada">',
  ])('by the base in %s', (html) => expect(isBack(html)).toBe(true));
});

describe('finds no link back', () => {
  test.each([
    '<a href="https://foyer.test/ada">',
    '<a rel="member" href="https://foyer.test/ada">',
    '<a rel="not-me me:x" href="https://foyer.test/ada">',
    '<a rel="x\u00a0me" href="https://foyer.test/ada">',
    '<a rel="none" rel="me" href="https://foyer.test/ada">',
    '<a data-rel="me" href="https://foyer.test/ada">',
    '<a rel="me" data-href="https://foyer.test/ada">',
    '<a rel="me" xlink:href="https://foyer.test/ada">',
    '<a rel="me" href="https://foyer.test/ada-other">',
    '<a rel="me" href="https://foyer.test/ada/x">',
    '<a rel="me" href="https://foyer.test.evil.example/ada">',
    '<a rel="me" href="https://foyer.test@evil.example/ada">',
    '<a rel="me" href="http://foyer.test/ada">',
    '<a rel="me" href="/ada">',
    '<a rel="me">https://foyer.test/ada</a>',
    '&lt;a rel="me" href="https://foyer.test/ada"&gt;',
    '<form rel="me" action="https://foyer.test/ada">',
    '<article rel="me" href="https://foyer.test/ada">',
    '<svg><a rel="me" href="https://foyer.test/ada"></a></svg>',
    '<a rel="me" href="https://[">',
    '<a rel="me" href="&#99999999;">',
    '',
  ])('in %s', (html) => expect(isBack(html)).toBe(false));

  test.each([
    ['a comment', `<!-- ${LINK} -->`],
    ['a comment that is not closed', `<!-- ${LINK}`],
    ['a comment with a false end', `<!-- -- > ${LINK} -->`],
    ['a bogus comment', `<? ${LINK.replace('>', '')} ?>`],
    ['a script', `<script>"${LINK}"</script>`],
    ['a script with a false end', `<script>"</scriptx>${LINK}"</script>`],
    ['a script that hides its end', `<script><!-- <script> </script> ${LINK} </script>`],
    ['an inert script', `<script type="text/template">${LINK}</script>`],
    ['a style', `<style>${LINK}</style>`],
    ['a text field', `<textarea>${LINK}</textarea>`],
    ['a title', `<title>${LINK}</title>`],
    ['a frame', `<iframe>${LINK}</iframe>`],
    ['the markup of a frame', `<iframe srcdoc='${LINK}'></iframe>`],
    ['an example', `<xmp>${LINK}</xmp>`],
    ['plain text', `<plaintext>${LINK}`],
    ['what only old browsers show', `<noembed>${LINK}</noembed>`],
    ['what browsers without frames show', `<noframes>${LINK}</noframes>`],
    ['what browsers without scripts show', `<noscript>${LINK}</noscript>`],
    ['the same in the head', `<head><noscript><link rel="me" href="https://foyer.test/ada"></noscript></head>`],
    ['a template', `<template>${LINK}</template>`],
    ['a template in a template', `<template><template></template>${LINK}</template>`],
    ['a template in a table', `<table><template><tr><td>${LINK}</template></table>`],
    ['an attribute', `<img alt='${LINK}'>`],
    ['an attribute without quotes', '<img alt=<a rel=me href=https://foyer.test/ada >'],
    ['the attribute of a link', `<a title='${LINK}' href="https://other.example/">`],
    ['an attribute with a bracket before', `<p data-x="a>b" title='${LINK}'>`],
    ['an attribute of an end tag', `</p title='${LINK}'>`],
    ['a piece of text', `<svg><![CDATA[${LINK}]]></svg>`],
    ['a declaration', `<!doctype html "${LINK.replaceAll('"', '').replace('>', '')}">`],
    ['a tag that never ends', '<a rel="me" href="https://foyer.test/ada"'],
    ['what a frameset leaves out', `<frameset></frameset>${LINK}`],
  ])('in %s', (_, html) => expect(isBack(html)).toBe(false));

  test.each([
    '<base href="https://evil.example/"><a rel=me href="/ada">',
    '<base href="https://evil.example/"><base href="https://foyer.test/"><a rel=me href="/ada">',
    '<base href="https://["><base href="https://foyer.test/"><a rel=me href="/ada">',
    '<template><base href="https://foyer.test/"></template><a rel=me href="/ada">',
    '<noscript><base href="https://foyer.test/"></noscript><a rel=me href="/ada">',
    '<svg><base href="https://foyer.test/"></base></svg><a rel=me href="/ada">',
    '<base href="javascript:alert(1)"><a rel=me href="/ada">',
  ])('by the base in %s', (html) => expect(isBack(html)).toBe(false));
});

const filled = (piece: string, before = '') => before + piece.repeat(100_000 / piece.length);
const differing = (make: (index: number) => string, count: number) => Array.from({ length: count }, (_, index) => make(index)).join('');

/** Markup that makes naive parsers quadratic or overflows their stack: each case would take minutes and time the test out. */
const HOSTILE: readonly (readonly [string, string])[] = [
  ...[
    '<a ',
    '<!--',
    '<script',
    '<a rel=me href=',
    '<a x',
    'a=',
    'İ',
    '<a rel="me" href="x" ',
    '&',
    '&#x',
    '<',
    '\0',
    '</p>',
    '</b>',
  ].flatMap((piece) => [[piece, filled(piece)] as const, [`<a ${piece}`, `<a ${filled(piece)}>`] as const]),
  ...['<div>', '<b>', '<a>', '<svg>', '<math><mi>', '<template>', '<table>', '<table><tr><td>', '<ul><li>', '<select><option>', '<h1>'].map(
    (piece) => [piece, filled(piece)] as const,
  ),
  ['different attributes', `<a ${differing((index) => ` a${index}`, 15_000)}>`],
  ['attributes for the body', differing((index) => `<body a${index}>`, 7000)],
  [
    'formatting that is opened again',
    filled(
      '<p></p>',
      differing((index) => `<b x${index}>`, 400),
    ),
  ],
  [
    'formatting that is adopted',
    filled(
      '<div></b>',
      differing((index) => `<b x${index}>`, 400),
    ),
  ],
  ['a search for an end', filled('</x>', '<span>'.repeat(500))],
  ['foster parents', filled('x<a>', '<table>')],
];

test.each(HOSTILE)('reads 100 kB of %j to the end', (_, html) => {
  expect(isBack(html)).toBe(false);
});

test('finds a link before the limits are exceeded, but not after', () => {
  expect(isBack(LINK + '<div>'.repeat(600))).toBe(true);
  expect(isBack('<div>'.repeat(600) + LINK)).toBe(false);
});
