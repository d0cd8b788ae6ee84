import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeCode } from './code-alike.ts';
import { makeResumeCode, type ResumeCode, SYMBOLS } from './resume-code.ts';
import { codeAlone } from './typed-code.ts';
import { formatResumeCode } from './written-code.ts';

const codes = fc.uint8Array({ minLength: 19, maxLength: 19 }).map(makeResumeCode);

const isMixed = (code: ResumeCode) => (code.match(/\d/g)?.length ?? 0) > 3 && (code.match(/[A-Z]/g)?.length ?? 0) > 3;

const spellings = fc.constantFrom<(code: ResumeCode) => string>(
  (code) => code,
  (code) => formatResumeCode(code),
  (code) => formatResumeCode(code).replaceAll('-', ' '),
  (code) => formatResumeCode(code).replaceAll('-', '–').toLowerCase(),
  (code) => ` “${formatResumeCode(code)}”. `,
  (code) => `https://foyer.example/ada#resume=${formatResumeCode(code)}`,
);

describe('a code with a typing error', () => {
  test('is recognised with any one symbol wrong, missing or doubled', () => {
    fc.assert(
      fc.property(
        codes.filter(isMixed),
        spellings,
        fc.nat(18),
        fc.constantFrom(...SYMBOLS),
        fc.constantFrom('wrong', 'missing', 'doubled'),
        (code, spell, at, symbol, slip) => {
          const written = spell(code);
          const start = written.toUpperCase().lastIndexOf(code.slice(0, 4)) + at + Math.floor(at / 4) * (written.length > 20 ? 1 : 0);
          const put = slip === 'wrong' ? symbol : slip === 'missing' ? '' : symbol + written.charAt(start);
          const mistyped = written.slice(0, start) + put + written.slice(start + 1);
          expect(codeAlone(mistyped) !== null || looksLikeCode(mistyped)).toBe(true);
        },
      ),
    );
  });

  test('is recognised as shown, however few digits it has', () => {
    const letters = fc.constantFrom(...'ABCDEFGHJKMNPQRSTVWXYZ');
    fc.assert(
      fc.property(fc.array(letters, { minLength: 20, maxLength: 20 }), fc.nat(19), fc.constantFrom(...SYMBOLS), (symbols, at, symbol) => {
        const mistyped = formatResumeCode(symbols.with(at, symbol).join('') as ResumeCode);
        for (const text of [mistyped, mistyped.toLowerCase(), `“${mistyped.replaceAll('-', '–')}”.`])
          expect(codeAlone(text) !== null || looksLikeCode(text)).toBe(true);
      }),
    );
  });

  test.each([
    '7KX2-QP4T-DM9A-XH3W',
    '7KX2 QP4T DM9A XH3W B8NF',
    'https://foyer.example/ada#resume=7KX2-QP4T',
    'foyer.example/ada#resume=',
    '７ＫＸ２－ＱＰ４Ｔ－ＤＭ９Ａ－ＸＨ３Ｗ－Ｂ８ＮＦ',
  ])('is recognised in %s', (text) => {
    expect(codeAlone(text) !== null || looksLikeCode(text)).toBe(true);
  });
});

describe('a text that is not a code', () => {
  test.each([
    'I will be there tomorrow',
    'This will take some time',
    'See you on 12 March, 4 pm',
    '+49 170 1234 5678',
    '4111 1111 1111 1111',
    '9400 1000 0000 0000 0000 00',
    '12345678901234567890',
    '1234-5678-9012-3456-7890',
    'come-here-with-your-card',
    'a5f2c1d0-8b7e-4c1a-9f00-1234567890ab',
    'https://example.org/ada',
    'https://example.org/watch?v=dQw4w9WgXcQ',
    'My code is 7KX2-QP4T-DM9A-XH3W-B8NF',
    '7KX2-QP4T-DM9A-XH3W-B8NF does not work',
    'Pneumonoultramicroscopic',
    'Привет, это я',
    '',
    '7KX2-QP4T'.repeat(200),
  ])('is sent unchanged: %s', (text) => {
    expect(looksLikeCode(text)).toBe(false);
  });

  test('is decided for hostile text too', () => {
    for (const text of ['\u0301'.repeat(300), '-'.repeat(300), 'A1 '.repeat(100)]) expect(looksLikeCode(text)).toBe(false);
  });
});
