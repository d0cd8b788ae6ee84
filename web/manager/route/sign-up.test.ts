import { expect, test } from 'vitest';
import { isSignUp, signUpHref, wantedSlug } from './sign-up.ts';

const place = (href: string) => new URL(href, 'https://foyer.example');

test.each([
  ['/app/sign-up?slug=ada-moreau', true, 'ada-moreau'],
  ['/app/sign-up/?slug=+Ada+Moreau+', true, 'ada moreau'],
  ['/app/sign-up?slug=https://foyer.example/ada-moreau/', true, 'ada-moreau'],
  ['/app/sign-up?slug=', true, null],
  ['/app/sign-up', true, null],
  [`/app/sign-up?slug=${'x'.repeat(2000)}`, true, 'x'.repeat(40)],
  ['/app?slug=ada-moreau', false, null],
  ['/app/sign-up-now?slug=ada-moreau', false, null],
])('%s: signs up %s, wants %s', (href, signsUp, wanted) => {
  expect([isSignUp(place(href)), wantedSlug(place(href))]).toEqual([signsUp, wanted]);
});

test('keeps a wanted address in a link sent by email', () => {
  for (const slug of ['ada-moreau', 'ada moreau', 'a&b=c#d', 'ünal']) expect(wantedSlug(place(signUpHref(slug)))).toBe(slug);
  expect(signUpHref(null)).toBe('/app/');
});
