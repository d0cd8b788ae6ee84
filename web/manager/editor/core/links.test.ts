import { newProfile } from '@foyer/domain/new-profile';
import { expect, test } from 'vitest';
import { withLink } from './links.ts';
import { tidied } from './tidied.ts';

const item = (url: string, label = '') => ({ id: 'l', url, label });

test('a link is labelled by its address, until a label is written', () => {
  expect(withLink(item('instagram.com/ada'), 'https://instagram.com/ada')).toEqual(item('https://instagram.com/ada', 'Instagram'));
  expect(withLink(item('https://instagram.com/ada', 'Instagram'), 'mailto:ada@example.org').label).toBe('Email');
  expect(withLink(item('', ''), 'instagram.com/a').label).toBe('Instagram');
  expect(withLink(item('https://instagram.com/ada', 'Pictures'), 'mailto:ada@example.org').label).toBe('Pictures');
});

test('a label that was derived goes with an address that is none', () => {
  expect(withLink(item('https://instagram.com/ada', 'Instagram'), 'insta').label).toBe('');
});

test('what nobody has left is completed as it is published', () => {
  const published = tidied({
    ...newProfile('Ada'),
    sections: [
      { kind: 'links', items: [item('instagram.com/ada'), item('ada@example.org', 'Write')] },
      {
        kind: 'projects',
        items: [
          { id: 'p', title: 'Salt', link: 'http://example.org' },
          { id: 'q', title: 'Sea' },
        ],
      },
    ],
    reach: { isIndexed: true, isListed: true, embedOrigins: ['http://www.example.org/about', ''] },
  });
  expect(published.sections).toEqual([
    { kind: 'links', items: [item('https://instagram.com/ada', 'Instagram'), item('mailto:ada@example.org', 'Write')] },
    {
      kind: 'projects',
      items: [
        { id: 'p', title: 'Salt', link: 'https://example.org/' },
        { id: 'q', title: 'Sea' },
      ],
    },
  ]);
  expect(published.reach.embedOrigins).toEqual(['https://www.example.org']);
});
