/** @jsxImportSource preact */
import { newProfile } from '@foyer/domain/new-profile';
import type { Profile } from '@foyer/domain/profile';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { someSpoken } from '../../tests/support/spoken.ts';
import { ProfilePage } from './profile-page.tsx';
import { siteHref, translationsOf } from './site-words.ts';
import { Speaking } from './words.ts';

const PROFILE: Profile = {
  ...newProfile('Ada'),
  hours: [{ day: 1, from: '09:00', to: '17:00' }],
  timeZone: 'Europe/Amsterdam',
  showsReplyTime: true,
  sections: [
    { kind: 'services', items: [{ id: 'a', title: 'Letters' }] },
    { kind: 'now', text: 'Here.', updatedOn: '2026-11-21' },
    { kind: 'about', title: 'Myself', text: 'Here.' },
    { kind: 'links', items: [{ id: 'b', label: 'There', url: 'https://example.org/' }] },
  ],
};

function pageIn(tag: string, language: string, changes: Partial<Profile> = {}): string {
  return renderToString(
    <Speaking value={someSpoken(tag, language)}>
      <ProfilePage
        profile={{ ...PROFILE, language, ...changes }}
        slug="ada"
        managerId="ada"
        facts={{ replyTime: 'day', today: '2026-11-21', verified: ['https://example.org/'] }}
      />
    </Speaking>,
  );
}

/** The first class or id of each element that has a language, with its language and direction. */
const marksIn = (html: string) =>
  [...html.matchAll(/<(\w+)([^>]*)>/g)].flatMap(([, name, attributes = '']) => {
    const [lang, dir] = ['lang', 'dir'].map((one) => new RegExp(`\\s${one}="(?!auto)([^"]*)"`).exec(attributes)?.[1]);
    const called = /(?:class|id)="([^" ]*)/.exec(attributes)?.[1] ?? name;
    return name === 'bdi' || (lang === undefined && dir === undefined) ? [] : [[called, lang, dir].filter(Boolean).join(' ')];
  });

describe('a page whose manager writes', () => {
  test.each(['en', 'de', 'ar', 'en-XA'])('in Foyer’s language %s leaves both to the document', (tag) => {
    expect(marksIn(pageIn(tag, tag))).toEqual([]);
  });

  test('in another region of Foyer’s language names the region once', () => {
    expect(marksIn(pageIn('pt', 'pt-PT'))).toEqual(['main pt-PT']);
  });

  test('in a language that Foyer doesn’t speak marks every piece of either', () => {
    expect(marksIn(pageIn('en', 'cs'))).toEqual([
      'main cs',
      'fact en',
      'fact en',
      'door en',
      'services-title en',
      'ask en',
      'now-title en',
      'fact en',
      'links-title en',
      'verified en',
    ]);
  });

  test('in an unsupported right-to-left language runs right to left, except the message box', () => {
    const marks = marksIn(pageIn('en', 'fa'));
    expect(marks.slice(0, 4)).toEqual(['main fa rtl', 'fact en ltr', 'fact en ltr', 'door en ltr']);
  });

  test.each(['ليلى حداد', 'Ada'])('is laid out by the language also for the name %s', (name) => {
    expect(pageIn('en', 'en', { name })).toContain('<main><div');
    expect(pageIn('ar', 'ar', { name })).toContain('<main><div');
    expect(pageIn('en', 'en', { name })).toContain(`dir="auto">${name}</h1>`);
  });
});

test.each([
  ['en', 'en', 'As of <time datetime="2026-11-21">21 November 2026</time>'],
  ['en', 'en-US', 'As of <time datetime="2026-11-21">November 21, 2026</time>'],
  ['en', 'cs', 'As of <time datetime="2026-11-21">21 November 2026</time>'],
  ['de', 'de', 'As of <time datetime="2026-11-21">21. November 2026</time>'],
  ['ar', 'ar', 'As of <time datetime="2026-11-21">21 نوفمبر 2026</time>'],
])('a day on a page in %s, written in %s', (tag, language, said) => {
  expect(pageIn(tag, language)).toContain(said);
});

test.each([
  ['en', 'Mon 09:00–17:00 (<bdi>Amsterdam time</bdi>)'],
  ['de', 'Mo 09:00–17:00 (<bdi>Amsterdam time</bdi>)'],
  ['ar', 'الاثنين \u206609:00–17:00\u2069 (<bdi>توقيت وسط أوروبا</bdi>)'],
])('office hours on a page in %s', (tag, said) => {
  expect(pageIn(tag, tag)).toContain(said);
});

test('links to Foyer’s own pages keep the language, and English needs none', () => {
  expect([siteHref('/code', 'en'), siteHref('/code', 'en-XA')]).toEqual(['/code', '/code?lang=en-XA']);
  expect(pageIn('en', 'en')).toContain('<a href="/">');
  expect(pageIn('de', 'de')).toContain('<a href="/?lang=de">');
});

test('translations are called by their own names, and one language is no list', () => {
  expect(translationsOf('/', ['en'])).toEqual([]);
  expect(translationsOf('/', ['en', 'fr', 'ar', 'ja'] as never)).toEqual([
    { tag: 'en', href: '/', name: 'English' },
    { tag: 'fr', href: '/?lang=fr', name: 'Français' },
    { tag: 'ar', href: '/?lang=ar', name: 'العربية' },
    { tag: 'ja', href: '/?lang=ja', name: '日本語' },
  ]);
});
