/** @jsxImportSource preact */
import { newProfile } from '@foyer/domain/new-profile';
import type { Profile } from '@foyer/domain/profile';
import type { ComponentChild } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { someSpoken } from '../../../tests/support/spoken.ts';
import { linksOf } from '../person-data.ts';
import { Speaking } from '../words.ts';
import { Links } from './links.tsx';

const render = (links: ComponentChild) => renderToString(<Speaking value={someSpoken()}>{links}</Speaking>);

const STORED = [
  ['https://paypal.com@evil.example', 'evil.example'],
  ['https:///evil.example/?x', 'evil.example'],
  ['Https://Example.me', 'example.me'],
  ['https://münchen.example/ä', 'xn--mnchen-3ya.example'],
  ['mailto:paypal.com/x@evil.example', 'paypal.com/x@evil.example'],
  ['https://', ''],
] as const;

test.each(STORED)('shows a stored %s with the place %j, and no verified mark', (url, place) => {
  const html = render(<Links kind="links" items={[{ id: 'one', label: 'Me', url }]} verified={[]} />);
  expect(html).toContain(`<bdi dir="ltr">${place}</bdi>`);
  expect(html).not.toContain('✓');
});

test('keeps the verified mark of a stored link that was verified under another spelling', () => {
  const html = render(
    <Links kind="links" items={[{ id: 'one', label: 'Me', url: 'https://example.me/' }]} verified={['Https://example.me']} />,
  );
  expect(html).toContain('✓');
});

test('gives machines stored links in canonical form, without those that cannot be followed', () => {
  const items = STORED.map(([url], index) => ({ id: `link-${index}`, label: 'Me', url }));
  const profile: Profile = { ...newProfile('Ada'), sections: [{ kind: 'links', items }] };
  expect(linksOf(profile)).toEqual(['https://evil.example/?x', 'https://example.me/', 'https://xn--mnchen-3ya.example/%C3%A4']);
});
