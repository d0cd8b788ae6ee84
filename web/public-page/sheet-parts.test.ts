import { expect, test } from 'vitest';
import { partsOf, rulesFor } from './sheet-parts.ts';

const used = (sheet: string, markup: string) => rulesFor(partsOf(sheet), markup);
const PLAIN = '<p class="box-note">Hello</p>';
const WITH_LINKS = '<ul class="links"><li>Hello</li></ul>';

test('gives a page the rules of the sections that it shows', () => {
  const sheet = 'p{margin:0}.links li{gap:1px}.box-note{top:0}.gallery img{width:1px}';
  expect(used(sheet, PLAIN)).toBe('p{margin:0}.box-note{top:0}');
  expect(used(sheet, WITH_LINKS)).toBe('p{margin:0}.links li{gap:1px}.box-note{top:0}');
});

test.each([
  ['one of its selectors can match', '.gallery li,.links li{gap:1px}'],
  ['one of its selectors needs no optional class', '.gallery li,.sheet{gap:1px}'],
  ['a class must be missing', '.links:not(.gallery){gap:1px}'],
  ['one of several classes is enough', ':is(.links,.gallery) li{gap:1px}'],
  ['a class in it must be missing', '.links:not(:has(.gallery)){gap:1px}'],
  ['a class has a longer name', '.links-like{gap:1px}'],
])('keeps a rule if %s', (_, rule) => expect(used(rule, WITH_LINKS)).toBe(rule));

test.each([
  ['.gallery li'],
  ['.links.gallery'],
  ['.gallery li,.links .cover'],
  ['main:has(.gallery)+.colophon'],
  ['.is-blocked .composer:has(.paused)'],
  ['.notice:not(:empty)~.composer .paused'],
])('leaves out a rule with the selector %j', (selector) => {
  expect(used(`${selector}{gap:1px}`, WITH_LINKS)).toBe('');
});

test('leaves rules out of media queries, and keeps other at-rules as they are', () => {
  const sheet = '@media (width>=40rem){.gallery{gap:0}p{gap:1px}}@keyframes gallery{0%{top:0}to{top:1px}}@supports (gap:0){.links{gap:0}}';
  expect(used(sheet, PLAIN)).toBe('@media (width>=40rem){p{gap:1px}}@keyframes gallery{0%{top:0}to{top:1px}}@supports (gap:0){}');
});

test('reads classes from attributes, not from texts', () => {
  expect(used('.links{gap:0}', '<p>class=&quot;links&quot; or .links</p>')).toBe('');
});
