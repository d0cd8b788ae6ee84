import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fullProfile } from '../tests/support/full-profile.ts';
import { newProfile } from './new-profile.ts';
import { presentable } from './presentable.ts';
import { Draft } from './profile.ts';

const NAMES = { unnamed: 'Your\u00a0name', email: 'Email' };

const text = fc.oneof(fc.constantFrom('', ' ', 'Words', '\n', '<img src=x>'), fc.string({ unit: 'grapheme', maxLength: 12 }));
const link = fc.oneof(
  fc.constantFrom(
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'http://example.org',
    '//example.org',
    '/app',
    'https://',
    'https:',
    'https://example.org',
    'HTTPS://EXAMPLE.ORG',
    'mailto:ada@example.org',
    'mailto:',
  ),
  fc.string({ maxLength: 30 }),
  fc.webUrl({ validSchemes: ['https', 'http', 'javascript', 'data'] }),
);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const id = fc.stringMatching(/^[a-z0-9]{1,8}$/);
const list = (shape: Record<string, fc.Arbitrary<unknown>>) =>
  fc.uniqueArray(fc.record({ id, ...shape }), { maxLength: 4, selector: (item) => item.id });

const draft = fc
  .record({
    name: text,
    headline: maybe(text),
    statusUntil: maybe(fc.constantFrom('', '2026', '2026-11-21')),
    hours: maybe(
      fc.constantFrom<Draft['hours'] & {}>(
        'always',
        [],
        [{ day: 1, from: '', to: '9' }],
        [{ day: 1, from: '09:00', to: '09:00' }],
        [
          { day: 7, from: '21:00', to: '02:00' },
          { day: 2, from: '09:00', to: '17:00' },
        ],
      ),
    ),
    sections: fc
      .tuple(
        list({ title: text, link: maybe(link), text: maybe(text) }),
        list({ label: text, url: link }),
        list({ question: text, answer: text }),
        text,
      )
      .map(([projects, links, faq, about]) => [
        { kind: 'projects', items: projects },
        { kind: 'links', items: links },
        { kind: 'faq', items: faq },
        { kind: 'about', text: about },
      ]),
  })
  .map((some) => Draft.parse(JSON.parse(JSON.stringify({ ...newProfile('Ada'), ...some }))));

function hrefs(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    (name === 'link' || name === 'url') && typeof inner === 'string' ? [inner] : hrefs(inner),
  );
}

describe('the presentable part of a draft', () => {
  test('links only to https and mailto, as a browser reads them', () => {
    fc.assert(
      fc.property(draft, (any) => {
        for (const href of hrefs(presentable(any, NAMES)))
          expect(['https:', 'mailto:']).toContain(new URL(href, 'https://foyer.test').protocol);
      }),
      { numRuns: 500 },
    );
  });

  test('has no empty text where a page has text', () => {
    fc.assert(
      fc.property(draft, (any) => {
        const { name, headline, sections } = presentable(any, NAMES);
        expect(name).not.toBe('');
        expect(headline).not.toBe('');
        for (const section of sections) {
          if (section.kind === 'projects') for (const { title, text } of section.items) expect([title, text]).not.toContain('');
          if (section.kind === 'links') for (const { label } of section.items) expect(label).not.toBe('');
        }
      }),
    );
  });

  test('is the profile itself if nothing is missing', () => {
    const whole = fullProfile('atelier');
    expect(presentable(whole, NAMES)).toEqual(whole);
  });

  test('keeps an item with a half-typed link, without the link', () => {
    const sections: Draft['sections'] = [{ kind: 'projects', items: [{ id: 'a', title: 'Quay', link: 'https:/' }] }];
    expect(presentable({ ...newProfile('Ada'), sections }, NAMES).sections).toEqual([
      { kind: 'projects', items: [{ id: 'a', title: 'Quay' }] },
    ]);
  });

  test('omits items without a title', () => {
    const sections: Draft['sections'] = [{ kind: 'services', items: [{ id: 'a', title: '', price: '9' }] }];
    expect(presentable({ ...newProfile('Ada'), sections }, NAMES).sections).toEqual([{ kind: 'services', items: [] }]);
  });
});
