import { newProfile } from '@foyer/domain/new-profile';
import type { Profile } from '@foyer/domain/profile';
import fc from 'fast-check';
import robotsParser from 'robots-parser';
import { describe, expect, test } from 'vitest';
import { oembedOf, slugAt } from './oembed.ts';
import { inline, pageAsText, target } from './page-as-text.ts';
import { llmsTxt, robotsTxt, sitemapXml } from './site-files.ts';
import { vcardOf } from './vcard.ts';

const origin = 'https://foyer.test';
const place = { origin, address: `${origin}/ada` };

/** Texts that a parser could misread. */
const HOSTILE = [
  'Ada\r\nEND:VCARD\r\nBEGIN:VCARD',
  'Ada\nEMAIL:x@evil.example',
  'a,b;c\\n\\,d',
  ']]></loc></url>',
  '</script><script>alert(1)</script>',
  '\u202eadA\u202c \u2028x\u2029y\u0085z',
  '# Heading\n- [x](https://evil.example) ![y](z) `code` <b>',
  '\u0000\u001b[31m',
  '💌'.repeat(40),
];

const linesOf = (card: string) => card.replaceAll('\r\n ', '').split('\r\n');

describe('a contact card', () => {
  const profile: Profile = {
    ...newProfile('Ada Luz Moreau', 'Essays; books, and letters'),
    pronouns: 'she/her',
    intro: 'One.\nTwo, three; four \\ five.',
    location: 'Aix, Provence',
    timeZone: 'Europe/Paris',
    language: 'fr',
    portrait: { src: `/pictures/ada/${'0f'.repeat(16)}`, width: 800, height: 1000, alt: '' },
    sections: [
      {
        kind: 'links',
        items: [
          { id: 'a', label: 'Here', url: 'https://social.example/@ada,b;c' },
          { id: 'b', label: 'Mail', url: 'mailto:ada@example.com' },
        ],
      },
    ],
  };

  test('holds what the page shows, and no email address', () => {
    expect(linesOf(vcardOf(profile, place))).toEqual([
      'BEGIN:VCARD',
      'VERSION:4.0',
      'KIND:individual',
      'FN:Ada Luz Moreau',
      'N:Moreau;Ada Luz;;;',
      'PRONOUNS:she/her',
      'TITLE:Essays\\; books\\, and letters',
      'NOTE:One.\\nTwo\\, three\\; four \\\\ five.',
      'URL;PREF=1:https://foyer.test/ada',
      'URL:https://social.example/@ada,b;c',
      'ADR:;;;Aix\\, Provence;;;',
      'TZ:Europe/Paris',
      'LANG:fr',
      `PHOTO:https://foyer.test/pictures/ada/${'0f'.repeat(16)}/800.webp`,
      'END:VCARD',
      '',
    ]);
  });

  test.each(HOSTILE)('has no other property because of %j', (text) => {
    const card = vcardOf({ ...newProfile(text, text), intro: text, location: text, pronouns: text }, place);
    expect(linesOf(card).map((line) => line.split(':')[0])).toEqual([
      'BEGIN',
      'VERSION',
      'KIND',
      'FN',
      'N',
      'PRONOUNS',
      'TITLE',
      'NOTE',
      'URL;PREF=1',
      'ADR',
      'LANG',
      'END',
      '',
    ]);
    expect(linesOf(card)[4]?.replace(/\\./g, '').split(';')).toHaveLength(5);
  });

  test('is folded at 75 bytes, and unfolds to what was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), (intro) => {
        const card = vcardOf({ ...newProfile('Ada'), intro }, place);
        for (const line of card.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(Buffer.from(card).toString()).toBe(card);
        const note = linesOf(card).find((line) => line.startsWith('NOTE:'));
        const read = note?.slice(5).replace(/\\([\\,;n])/g, (_, letter: string) => (letter === 'n' ? '\n' : letter));
        expect(read).toBe(intro.replace(/\r\n?|[\n\u0085\u2028\u2029]/g, '\n').replace(/(?!\n)\p{Cc}/gu, ''));
      }),
    );
  });
});

describe('a page as text', () => {
  test.each(HOSTILE)('keeps %j a word among words', (text) => {
    const page = pageAsText(
      {
        ...newProfile(text, text),
        sections: [
          { kind: 'about', text: `${text}\n\n${text}` },
          { kind: 'links', items: [{ id: 'a', label: text, url: 'https://social.example/>b' }] },
        ],
      },
      place,
    );
    const headings = page.split('\n').filter((line) => line.startsWith('#'));
    expect(headings.slice(1)).toEqual(['## About', '## Links']);
    expect(page).not.toMatch(/(?<!\\)[<](?!https:\/\/(?:foyer\.test\/ada|social\.example\/%3Eb)>)/);
    expect(page).not.toMatch(/(?<!\\)\]\(/);
  });

  test('says nothing of a section that is not shown', () => {
    const page = pageAsText({ ...newProfile('Ada'), sections: [{ kind: 'now', isHidden: true, text: 'secret' }] }, place);
    expect(page).not.toContain('secret');
  });

  test('has links that cannot leave their brackets', () => {
    expect(inline('*a* [b](c)')).toBe('\\*a\\* \\[b\\]\\(c\\)');
    expect(target('https://a.example/<x> y\\z')).toBe('<https://a.example/%3Cx%3E%20y%5Cz>');
  });
});

describe('the site for machines', () => {
  const listed = HOSTILE.map((name, index) => ({ slug: `page-${index}`, name, headline: name, listedAtMs: 0 }));

  test('lists addresses only, so that no name can be markup', () => {
    const xml = sitemapXml(origin, listed);
    expect(xml.match(/<loc>/g)).toHaveLength(listed.length + 1);
    expect(xml).toContain('<url><loc>https://foyer.test/page-3</loc><lastmod>1970-01-01</lastmod></url>');
    expect(xml).not.toMatch(/script|evil|\]\]>/);
  });

  test('has one line for each person, whatever they are called', () => {
    const lines = llmsTxt(origin, listed).split('\n');
    expect(lines.filter((line) => line.startsWith('- ['))).toHaveLength(listed.length);
    expect(lines.filter((line) => line.startsWith('#'))).toEqual(['# Foyer', '## People who chose to be listed']);
    expect(llmsTxt(origin, [])).not.toContain('##');
  });

  describe('has a robots.txt that', () => {
    const robots = robotsParser(`${origin}/robots.txt`, robotsTxt(origin));
    const isOpen = (path: string) => robots.isAllowed(origin + path, 'Googlebot');

    test.each(['/app', '/app/', '/app/c/0123', '/app?x', '/app/?x', '/app.html', '/api/openapi.json', '/api/forms/messages'])(
      'keeps crawlers out of %s',
      (path) => expect(isOpen(path)).toBe(false),
    );

    test('lets crawlers read the page of every slug, however it begins', () => {
      fc.assert(
        fc.property(
          fc.constantFrom('app', 'api', 'apps', 'app-', 'api-', 'assets', 'pictures', 'directory', 'oembed', 'robots', ''),
          fc.stringMatching(/^[a-z0-9](?:-?[a-z0-9]){1,12}$/),
          fc.constantFrom('', '.vcf', '/llms.txt', '/embed', '?v=1'),
          (beginning, rest, form) => isOpen(`/${beginning}${rest}${form}`),
        ),
      );
    });

    test.each(['/', '/directory', '/sitemap.xml', '/llms.txt', '/oembed?url=x', '/assets/island.js', '/pictures/og/ada/0.jpg'])(
      'lets crawlers read %s',
      (path) => expect(isOpen(path)).toBe(true),
    );
  });

  test('names the sitemap by the site’s own origin', () => {
    expect(robotsTxt(origin)).toContain('Sitemap: https://foyer.test/sitemap.xml\n');
  });
});

describe('oEmbed', () => {
  test.each([
    ['https://foyer.test/ada', 'ada'],
    ['https://foyer.test/ada?x=1#y', 'ada'],
    ['https://other.test/ada', 'ada'],
    ['http://foyer.test/ada', 'ada'],
    ['HTTPS://Foyer.Test/Ada', 'ada'],
    ['https://foyer.test:443/ada/', 'ada'],
    ['https://foyer.test/ADA//', 'ada'],
    ['https://foyer.test/%61da', 'ada'],
    ['https://foyer.test/ada%2Dmoreau/?utm_source=x', 'ada-moreau'],
    [' https://foyer.test/x/../ada ', 'ada'],
    ['https://foyer.test:8443/ada', null],
    ['https://foyer.test/%', null],
    ['https://foyer.test/ada%2Fembed', null],
    ['https://foyer.test/ada.vcf', null],
    ['https://foyer.test//ada', null],
    ['ftp://foyer.test/ada', null],
    ['https://foyer.test.evil.example/ada', null],
    ['https://foyer.test@evil.example/ada', null],
    ['https://foyer.test/a/b', null],
    ['https://foyer.test/', null],
    ['//foyer.test/ada', null],
    ['javascript:alert(1)', null],
    ['', null],
  ])('of %s is about %s', (address, slug) => expect(slugAt(address, [origin, 'https://other.test'])).toBe(slug));

  test('is a link, never a frame', () => {
    const answer = oembedOf(newProfile('Ada', 'Essays'), { origin, slug: 'ada', seconds: 300 });
    expect(answer).toMatchObject({ type: 'link', version: '1.0', title: 'Ada · Essays', author_url: 'https://foyer.test/ada' });
    expect(answer).not.toHaveProperty('html');
  });

  test.each([
    [{}, true],
    [{ maxwidth: '1200', maxheight: '630' }, true],
    [{ maxwidth: '5000' }, true],
    [{ maxwidth: '1199' }, false],
    [{ maxheight: '629' }, false],
    [{ maxwidth: '600', maxheight: '5000' }, false],
    [{ maxwidth: '0' }, false],
    [{ maxwidth: '0640' }, false],
    [{ maxwidth: '' }, true],
    [{ maxwidth: 'wide', maxheight: '-1' }, true],
  ])('in room for %j has a thumbnail: %s', (room, has) => {
    const answer = oembedOf(newProfile('Ada'), { origin, slug: 'ada', seconds: 300, room });
    expect(Object.keys(answer).filter((name) => name.startsWith('thumbnail_'))).toHaveLength(has ? 3 : 0);
  });
});
