import type { Language } from '@foyer/domain/language';
import { expect, test } from 'vitest';
import { catalogueFaults } from './catalogue-faults.ts';

const ENGLISH = { send: 'Send', replies: '{count, plural, one {# reply} other {# replies}} from {name}' };

/** Plural rules come from `Intl`, so any language can be checked here. */
const faultsOf = (language: string, own: Record<string, string>) => catalogueFaults(language as Language, 'box', ENGLISH, own);

const POLISH = {
  send: 'Wyślij',
  replies: '{count, plural, one {# odpowiedź} few {# odpowiedzi} many {# odpowiedzi} other {# odpowiedzi}}: {name}',
};

test('a complete catalogue has no fault', () => {
  expect(faultsOf('en', ENGLISH)).toEqual([]);
  expect(faultsOf('pl', POLISH)).toEqual([]);
  expect(faultsOf('ja', { send: '送信', replies: '{name}からの返信{count, plural, other {#件}}' })).toEqual([]);
});

test.each<[string, string, Record<string, string>, string]>([
  ['a missing message', 'pl', { send: 'Wyślij' }, 'words/pl/box.json lacks “replies”'],
  ['a message that English has not', 'pl', { ...POLISH, more: 'Więcej' }, 'words/pl/box.json: “more” is not in English'],
  [
    'a missing value',
    'pl',
    { ...POLISH, replies: POLISH.replies.replace(': {name}', '') },
    'words/pl/box.json, “replies”: takes {name} as text',
  ],
  ['a value that English has not', 'pl', { ...POLISH, send: 'Wyślij {co}' }, 'words/pl/box.json, “send”: has {co}, which English does not'],
  ['a number used as a text', 'ja', { send: '送信', replies: '{name}{count}' }, 'words/ja/box.json, “replies”: takes {count} as number'],
  [
    'a missing plural',
    'pl',
    { ...POLISH, replies: POLISH.replies.replace(/few \{.*?\} /, '') },
    'words/pl/box.json, “replies”: a plural lacks “few”',
  ],
  [
    'a plural of another language',
    'ja',
    { send: '送信', replies: '{name}{count, plural, one {#} other {#}}' },
    'words/ja/box.json, “replies”: a plural has “one”, which the language does not',
  ],
  [
    'an empty message',
    'pl',
    { ...POLISH, send: '' },
    'words/pl/box.json, “send”: is empty, or begins or ends with a space: sentences are never glued',
  ],
  [
    'markup',
    'pl',
    { ...POLISH, send: '<b>Wyślij</b>' },
    'words/pl/box.json, “send”: has markup: put an element in the place of a value (words/with-nodes.ts)',
  ],
])('%s is a fault', (_, language, own, fault) => expect(faultsOf(language, own)).toEqual([fault]));

test('a message in English is a fault where another script is written, unless it is a name', () => {
  const faultsWith = (send: string) => catalogueFaults('ja', 'box', { send }, { send });
  expect(faultsWith('Your name')).toEqual(['words/ja/box.json, “send”: is in English']);
  for (const send of ['Foyer API', 'Enter', 'your-name', '{name} · Foyer']) expect(faultsWith(send), send).toEqual([]);
});

test('German has a no-break space before an ellipsis', () => {
  const german = { ...ENGLISH, replies: '{count, plural, one {# Antwort} other {# Antworten}} von {name}' };
  const faultsWith = (send: string) => faultsOf('de', { ...german, send });
  expect(faultsWith('Senden\u00a0…')).toEqual([]);
  for (const send of ['Senden…', 'Senden …']) expect(faultsWith(send), send).toHaveLength(1);
});

test('straight quotes and broken messages are faults', () => {
  expect(faultsOf('en', { ...ENGLISH, send: "Don't" })[0]).toContain('straight quotes');
  expect(faultsOf('en', { ...ENGLISH, send: 'Send {' })).toHaveLength(1);
});

test('an exact number covers a form that is for it alone', () => {
  const exact = (forms: string) => ({ send: 'x', replies: `{count, plural, ${forms} other {#}} {name}` });
  expect(faultsOf('en', exact('=1 {Ada}'))).toEqual([]);
  expect(faultsOf('pl', exact('=1 {Ada} few {#} many {#}'))).toEqual([]);
  // French counts 0 as one, too.
  expect(faultsOf('fr', exact('=1 {Ada}'))).toEqual(['words/fr/box.json, “replies”: a plural lacks “one”']);
  expect(faultsOf('fr', exact('=0 {0} =1 {Ada}'))).toEqual([]);
});

test('French, Spanish, Portuguese and Italian need no plural for millions', () => {
  const own = { send: 'x', replies: '{count, plural, one {#} other {#}} {name}' };
  for (const language of ['fr', 'es', 'pt', 'it']) expect(faultsOf(language, own)).toEqual([]);
});
