import { newProfile } from '@foyer/domain/new-profile';
import type { Profile } from '@foyer/domain/profile';
import { expect, test } from 'vitest';
import { pageAsText } from './page-as-text.ts';
import { vcardOf } from './vcard.ts';

test('links that were stored before they had one form break no copy for machines', () => {
  const urls = ['Https://example.me', 'https:///evil.example', 'https://paypal.com@evil.example', 'https://', 'not a link'];
  const items = urls.map((url, index) => ({ id: `link-${index}`, label: 'Me', url }));
  const profile: Profile = { ...newProfile('Ada'), sections: [{ kind: 'links', items }] };
  const card = vcardOf(profile, { origin: 'https://foyer.example', address: 'https://foyer.example/ada' });
  expect(card.match(/^URL:.*$/gm)).toEqual(['URL:https://example.me/', 'URL:https://evil.example/']);
  expect(pageAsText(profile, { address: 'https://foyer.example/ada' })).toContain('<Https://example.me>');
});
