import { describe, expect, test } from 'vitest';
import { Email, line, MessageText, prose, TypedResumeCode } from './schema.ts';
import { COPIED_MAX } from './typed-code.ts';

const refused = (schema: typeof MessageText | typeof TypedResumeCode, text: string) => schema.safeParse(text).error?.issues[0];

describe('an email address', () => {
  test.each([
    ['visitor@xn--h1alffa9f.xn--p1ai', 'visitor@xn--h1alffa9f.xn--p1ai'],
    ['r&d@example.com', 'r&d@example.com'],
    ["o'neil+x=1@sub.example.museum", "o'neil+x=1@sub.example.museum"],
    ['ada@localhost', 'ada@localhost'],
    ['Ada.Moreau@Example.ORG', 'Ada.Moreau@Example.ORG'],
    ['mina@bücher.example', 'mina@xn--bcher-kva.example'],
    ['user@пример.рф', 'user@xn--e1afmkfd.xn--p1ai'],
  ])('%s is stored as %s', (typed, kept) => expect(Email.parse(typed)).toBe(kept));

  test.each([
    'ada',
    'ada@',
    '@example.org',
    'a b@example.org',
    'ada@exa mple.org',
    'ada@-example.org',
    'ada@example..org',
    'jörg@example.org',
    'ada@bü/cher.example',
    'ada@bücher.example:80',
    'a@b.example,c@d.example',
    `ada@${'a'.repeat(64)}.example`,
    `ada@${'a.'.repeat(2000)}example`,
  ])('refuses %s with its own fault', (typed) => expect(refused(Email, typed)?.message).toMatch(/^email-(format|too-long)$/));
});

describe('a text', () => {
  test('that is too long is rejected for its length, whatever it contains', () => {
    for (const text of ['x'.repeat(5000), `a${'\u0316\u0301'.repeat(100_000)}`, '\ufb2c'.repeat(4000), '\u0958'.repeat(3000)])
      expect(refused(MessageText, text)).toMatchObject({ message: 'too-long', params: { max: 4000 } });
  });

  test('of one line has spaces for the line breaks of office programs', () => {
    expect(line(60).parse(' Ada\u000bMoreau\u0002 ')).toBe('Ada Moreau');
    expect(line(60).parse('Ada\u2028Moreau')).toBe('Ada Moreau');
    expect(refused(line(60), 'Ada\nMoreau')?.message).toBe('several-lines');
    expect(prose(60).parse('  Ada\u000bMoreau ')).toBe('  Ada\nMoreau');
  });
});

test('a code is looked for in no more than a short mail', () => {
  expect(refused(TypedResumeCode, ' '.repeat(COPIED_MAX + 1))).toMatchObject({ code: 'too_big', maximum: 1000 });
  expect(TypedResumeCode.parse(`${'Hello. '.repeat(100)}0000-0000-0000-0000-0000`)).toBe('0'.repeat(20));
});
