import ts from 'node:module';
import { PSEUDO, type Tag } from '@foyer/domain/language';
import { describe, expect, test } from 'vitest';
import { type Catalogue, compileArea, MessageFault, typesOf, valuesOf } from './compile.ts';
import { pseudo } from './pseudo.ts';
import * as runtime from './runtime.ts';

type Message = string & ((values: object) => string);

function wordsOf(catalogue: Catalogue, language: Tag): Record<string, Message> {
  const code = ts
    .stripTypeScriptTypes(compileArea('sample', catalogue, language))
    .replace(/import \{(.*?)\} from '[^']+';/, (_, names: string) => `const {${names.replaceAll(' as ', ': ')}} = runtime;`);
  return new Function('runtime', `${code.replace('export const words', 'const words')}; return words;`)(runtime);
}

const said = (message: string, values: object, language: Tag = 'en') => (wordsOf({ it: message }, language).it as Message)(values);

describe('a compiled message', () => {
  test('without values is its text', () => {
    expect(wordsOf({ quote: 'You’ll get a code' }, 'en')).toMatchObject({
      quote: 'You’ll get a code',
    });
  });

  test('keeps backticks, dollars and backslashes next to a value', () =>
    expect(said('`\u0024{name}` \\ {name}', { name: 'A' })).toBe('`$A` \\ A'));

  test('chooses plurals, exact numbers first', () => {
    const message = '{count, plural, =0 {No replies} one {# reply} other {# replies}} from {name}';
    expect([0, 1, 2, 1200].map((count) => said(message, { count, name: 'Ada' }))).toEqual([
      'No replies from Ada',
      '1 reply from Ada',
      '2 replies from Ada',
      '1,200 replies from Ada',
    ]);
  });

  test('chooses ordinals and choices, also inside each other', () => {
    expect([1, 2, 3, 11].map((n) => said('{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}', { n }))).toEqual([
      '1st',
      '2nd',
      '3rd',
      '11th',
    ]);
    const message = '{state, select, on {{count, plural, one {# is on} other {# are on}}} other {Off}}';
    expect([said(message, { state: 'on', count: 2 }), said(message, { state: 'x', count: 2 })]).toEqual(['2 are on', 'Off']);
  });

  test('formats a number', () => expect(said('{size, number} MB', { size: 1234.5 })).toBe('1,234.5 MB'));

  test.each(['{count, plural, one {x}}', '{a, select, b {x}}', '{when, date}', '{n, plural, offset:1 one {x} other {y}}', '{broken'])(
    'is refused with its place: %s',
    (message) => {
      expect(() => compileArea('box', { greeting: message }, 'en')).toThrow(MessageFault);
      expect(() => compileArea('box', { greeting: message }, 'en')).toThrow(/^en\/box\.json, greeting: /);
    },
  );
});

describe('a hostile name in a sentence', () => {
  test('in a right-to-left script is isolated', () => expect(said('Write to {name}…', { name: 'שרה' })).toBe('Write to \u2068שרה\u2069…'));

  test('loses its own direction controls', () => {
    expect(said('From {name}.', { name: '\u202eada\u2066' })).toBe('From ada.');
  });

  test('stays text: no markup, placeholder or property of objects has a meaning', () => {
    for (const name of ['<b>x</b>', '{name}', '\u0024{name}', '$&', 'constructor', '__proto__'])
      expect(said('{name}', { name })).toBe(name);
    expect(said('{name, select, on {On} other {Off}}', { name: 'constructor' })).toBe('Off');
  });
});

test('the values of a message are known with their kinds', () => {
  expect(valuesOf('{a} {b, plural, one {{c}} other {#}} {d, select, x {y} other {z}} {e, number}')).toEqual({
    a: 'text',
    b: 'number',
    c: 'text',
    d: 'choice',
    e: 'number',
  });
  expect(typesOf('share', { plain: 'x', 'two-words': '{n, number} {name}' })).toContain(
    '"two-words"(values: { n: number; name: string }): string;',
  );
});

describe('the pseudo-language', () => {
  test('is accented, in brackets and at least 40 % longer', () => {
    const english = 'Your page is live';
    const other = pseudo(english);
    expect(other).toMatch(/^\[Ýöür pàgé íš lívé .*\]$/);
    expect(other.length).toBeGreaterThan(english.length * 1.35);
  });

  test('keeps values, plurals and choices', () => {
    const message = '{name} has {count, plural, one {# page} other {# pages}}, {state, select, on {on} other {off}}';
    expect(valuesOf(pseudo(message))).toEqual(valuesOf(message));
    expect(said(pseudo(message), { name: 'Ada', count: 2, state: 'on' }, PSEUDO)).toMatch(/^\[Ada hàš .*2 pàgéš/);
  });
});
