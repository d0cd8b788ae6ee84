import { expect, it } from 'vitest';
import { draftFragment, draftOf } from './from-worker.ts';

it.each([
  ['an emoji where it was cut before', `${'x'.repeat(1999)}😀`],
  ['lines, signs and spaces', 'a+b & c = 100 % #1\n\n„ä“ ?'],
  ['more than a message may have', '字'.repeat(5000)],
])('a reply keeps %s in an address', (_, reply) => {
  const { hash } = new URL(`c/1${draftFragment(reply)}`, 'https://foyer.example/app/');
  expect(draftOf(hash)).toBe(reply);
});

it('a reply with half of an emoji is kept but for that half', () => {
  expect(draftOf(draftFragment('so\ud83d'))).toBe('so\ufffd');
});

it.each(['', '#', '#resume=7KX2', '#drafts=1', '#draft'])('%j is no draft', (fragment) => {
  expect(draftOf(fragment) ?? '').toBe('');
});
