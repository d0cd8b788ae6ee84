/** @jsxImportSource preact */
import { newProfile } from '@foyer/domain/new-profile';
import type { Profile } from '@foyer/domain/profile';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { linksOf } from '../person-data.ts';
import { Links } from './links.tsx';

/** Links as they could be stored before they were brought into one form. */
const STORED = [
  ['https://paypal.com@evil.example', 'evil.example'],
  ['https:///evil.example/?x', 'evil.example'],
  ['Https://Example.me', 'example.me'],
  ['https://münchen.example/ä', 'xn--mnchen-3ya.example'],
  ['mailto:paypal.com/x@evil.example', 'paypal.com/x@evil.example'],
  ['https://', ''],
] as const;

test.each(STORED)('a stored %s is shown with the place %j, and nothing else', (url, place) => {
  const html = renderToString(<Links kind="links" items={[{ id: 'one', label: 'Me', url }]} verified={[]} />);
  expect(html).toContain(`<bdi dir="ltr">${place}</bdi>`);
  expect(html).not.toContain('✓');
});

test('a stored link keeps its mark in whatever spelling it was verified', () => {
  const html = renderToString(
    <Links kind="links" items={[{ id: 'one', label: 'Me', url: 'https://example.me/' }]} verified={['Https://example.me']} />,
  );
  expect(html).toContain('✓');
});

test('machines are told of stored links in their canonical form, without those that nobody may follow', () => {
  const items = STORED.map(([url], index) => ({ id: `link-${index}`, label: 'Me', url }));
  const profile: Profile = { ...newProfile('Ada'), sections: [{ kind: 'links', items }] };
  expect(linksOf(profile)).toEqual(['https://evil.example/?x', 'https://example.me/', 'https://xn--mnchen-3ya.example/%C3%A4']);
});
