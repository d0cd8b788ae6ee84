import { newProfile } from '@foyer/domain/new-profile';
import { expect, test } from 'vitest';
import { withLink } from './links.ts';
import { tidied } from './tidied.ts';

const item = (url: string, label = '') => ({ id: 'l', url, label });

test('labels a link by its address, until the manager writes a label', () => {
  expect(withLink(item('instagram.com/ada'), 'https://instagram.com/ada')).toEqual(item('https://instagram.com/ada', 'Instagram'));
  expect(withLink(item('https://instagram.com/ada', 'Instagram'), 'mailto:ada@example.org').label).toBe('Email');
  expect(withLink(item('', ''), 'instagram.com/a').label).toBe('Instagram');
  expect(withLink(item('https://instagram.com/ada', 'Pictures'), 'mailto:ada@example.org').label).toBe('Pictures');
});

test('removes a derived label when the address becomes invalid', () => {
  expect(withLink(item('https://instagram.com/ada', 'Instagram'), 'insta').label).toBe('');
});

test('completes unfinished links and addresses for publishing', () => {
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
