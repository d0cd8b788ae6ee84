import { startConversationEndpoint } from '@foyer/domain/conversation';
import { ProfileChanges } from '@foyer/domain/edit-profile';
import { startForm } from '@foyer/domain/form';
import { partsOf } from '@foyer/domain/links';
import { searchable } from '@foyer/domain/message-terms';
import { newTextMessage } from '@foyer/domain/new-message';
import { newProfile } from '@foyer/domain/new-profile';
import { VISITOR } from '@foyer/domain/participant';
import { presentable } from '@foyer/domain/presentable';
import { previewOf } from '@foyer/domain/preview';
import { Draft } from '@foyer/domain/profile';
import { reportConversationEndpoint } from '@foyer/domain/report';
import { MessageText, PersonName } from '@foyer/domain/schema';
import { matchesIn, passageOf } from '@foyer/domain/search-match';
import { parseSearch } from '@foyer/domain/search-query';
import { wordsOf } from '@foyer/domain/search-terms';
import { toSlug } from '@foyer/domain/slug';
import { codeAlone, parseResumeCode } from '@foyer/domain/typed-code';

const filled =
  (piece: string, beginning = '', end = '') =>
  (size: number) =>
    (beginning + piece.repeat(Math.ceil(size / piece.length))).slice(0, size - end.length) + end;

/** Texts on which a normalisation, a pattern or a loop could be slower than linear. All have the given size. */
export const SLOW_TEXTS: Readonly<Record<string, (size: number) => string>> = {
  'plain English': filled('The quick brown fox jumps over the lazy dog.\n'),
  'plain German': filled('Größe läuft über Änderungen, daß es schön ist. '),
  'plain Hindi': filled('नमस्ते, यह एक साधारण पाठ है। '),
  'plain Japanese': filled('これは普通の文章です。'),
  'plain Arabic': filled('هذا نص عادي بالعربية. '),
  'links in sentences': filled('See https://example.org/a?b=c, or (https://example.com/x_(y)). '),
  'alternating marks': filled('\u0316\u0301', 'a'),
  'marks of many classes': filled('\u0345\u0316\u0301\u0338\u0315\u031b', 'a'),
  'alternating marks, as many as are not refused': filled(`a${'\u0316\u0301'.repeat(4)}`),
  'alternating marks, as many as are normalised': filled(`a${'\u0316\u0301'.repeat(16)}`),
  'alternating marks between directions': filled('\u0316\u202a\u0301\u202c', 'a'),
  'alternating marks between joiners': filled('\u0316\u200d\u0301\u200c', 'a'),
  'alternating marks between control characters': filled('\u0316\u0000\u0301\u0001', 'a'),
  'vowel signs that compose': filled('\u09c7\u09be', '\u0995'),
  'letters that are taken apart': filled('\uac01'.normalize('NFD')),
  'Hangul Jamo that do not compose': filled('\u1112\u1161\u1161\u11ab'),
  'letters that grow by NFC': filled('\ufb2c'),
  'letters that grow by NFKC': filled('\ufdfa'),
  joiners: filled('\u200d', 'a'),
  'a mark and joiners': filled(`\u0301${'\u200d'.repeat(60)}`),
  families: filled('👨‍👩‍👧‍👦'),
  flags: filled('🇩🇪'),
  spaces: filled(' ', 'a', 'b'),
  'empty lines': filled(' \n', '', 'a'),
  'line ends': filled('\r\n\v\f\u0085\u2028', 'a'),
  'control characters': filled('\u0000\u0008', 'a'),
  'open brackets': filled('(', 'https://a.example/'),
  'closed brackets': filled('([{}])', 'https://a.example/'),
  'closing marks': filled('.,;:!', 'https://a.example/', 'a'),
  'dots of a host': filled('a.', 'https://', '@'),
  'dots of a mail host': filled('.a', 'mailto:a@b', '?'),
  schemes: filled('https://'),
  'mail schemes': filled('mailto:'),
  'addresses after addresses': filled('https://a.example/x,'),
  'short hosts': filled('https://a.b '),
  'dashes of a host': filled('a-', 'https://'),
  'foreign letters of a host': filled('ä', 'https://', '!'),
  'email dots': filled('a.', 'ada@', '!'),
  'email dashes': filled('a-', 'ada@'),
  'a long local part': filled('a'),
  'single letters': filled('a '),
  'groups of four letters': filled('abcd '),
  'groups of four letters and digits': filled('ab12 '),
  'groups of four letters apart': filled(`abcd${'-'.repeat(5)}`),
  'letters far apart': filled(`a${'-'.repeat(9)}`),
  'letters and digits': filled('7 a '),
  'nearly codes': filled('7KX2-QP4T-DM9A-XH3W-B8N '),
  escapes: filled('%20'),
  'broken escapes': filled('%f'),
  'markers of a code': filled('#resume='),
  stars: filled('*a_ '),
  'open links': filled('[a]('),
};

const profile = newProfile('Ada');

export const ORDINARY: readonly string[] = ['plain English', 'plain German', 'plain Hindi', 'plain Japanese', 'plain Arabic'];

export interface TextPath {
  act(text: string): unknown;
  /** UTF-16 units of the longest text on this path, if less than a message's. */
  size?: number;
  /** The ordinary texts for this path, if they are special. */
  ordinary?: readonly string[];
}

/** Everything that reads a person's text: whole bodies with the text in every field, and readers of stored text. */
export const TEXT_PATHS: Readonly<Record<string, TextPath>> = {
  'a message': {
    act: (text) => MessageText.safeParse(text),
  },
  'a name': {
    act: (text) => PersonName.safeParse(text),
  },
  'a first message': {
    act: (text) =>
      startConversationEndpoint.body.safeParse({ slug: text, code: text, messageId: text, text, name: text, email: text, section: text }),
  },
  'a form': {
    act: (text) => startForm.body.safeParse({ text, name: text, email: text, code: text, messageId: text, section: text }),
  },
  'a report': {
    act: (text) => reportConversationEndpoint.body.safeParse({ reason: 'spam', note: text }),
  },
  'a profile': {
    act: (text) =>
      ProfileChanges.safeParse({
        name: text,
        headline: text,
        intro: text,
        language: text,
        timeZone: text,
        statusUntil: text,
        reach: { isIndexed: true, isListed: true, embedOrigins: [text] },
        sections: [
          { kind: 'about', text },
          { kind: 'links', items: [{ id: text, label: text, url: text }] },
        ],
      }),
  },
  'a draft': {
    act: (text) => Draft.safeParse({ ...profile, name: text, sections: [{ kind: 'about', text }] }),
  },
  'a preview of a draft': {
    act: (text) =>
      presentable(
        { ...profile, headline: text, sections: [{ kind: 'links', items: [{ id: 'a', label: text, url: text }] }] },
        { unnamed: 'Ada', email: 'Email' },
      ),
  },
  'a code': {
    act: parseResumeCode,
    size: 1000,
  },
  'a message that may be a code': {
    act: codeAlone,
    size: 1000,
  },
  'links in a message': {
    act: partsOf,
    ordinary: ['links in sentences'],
  },
  'a preview': {
    act: (text) => previewOf(text, 140),
  },
  'search words': {
    act: wordsOf,
    size: 80,
  },
  'the terms of a message': {
    act: (text) => searchable('ada', newTextMessage({ sender: VISITOR, text }, 0)),
  },
  'a search in a message': {
    act(text) {
      const marks = matchesIn(text, parseSearch(`${text.slice(0, 40)} "${text.slice(-40)}" a`).needs);
      return passageOf(text, marks ?? [[text.length - 1, text.length]]);
    },
  },
  'a query': {
    act: parseSearch,
    size: 500,
  },
  'a slug': {
    act: toSlug,
    size: 100,
  },
};

/** CPU time of one call, in microseconds: the minimum of several rounds, each long enough for the clock's resolution. */
export function workOf(act: () => unknown, rounds = 5): number {
  let times = 1;
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; ) {
    const before = process.cpuUsage();
    for (let time = 0; time < times; time++) act();
    const { user, system } = process.cpuUsage(before);
    if (user + system < 1000 && times < 4096) {
      times *= 2;
      continue;
    }
    best = Math.min(best, (user + system) / times);
    round++;
  }
  return best;
}
