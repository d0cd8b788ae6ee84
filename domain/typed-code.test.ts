import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeResumeCode, type ResumeCode } from './resume-code.ts';
import { codeAlone, parseResumeCode } from './typed-code.ts';
import { formatResumeCode, resumeLink } from './written-code.ts';

const code = makeResumeCode(new Uint8Array([7, 255, 3, 45, 66, 199, 2, 33, 67, 89, 101, 1, 222, 54, 65, 77, 80, 90, 14]));
const shown = formatResumeCode(code);
const link = resumeLink('https://foyer.example', 'ada', code);
const wide = (text: string) => text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

const ALONE: Readonly<Record<string, (code: ResumeCode) => string>> = {
  'as it is shown': formatResumeCode,
  'with a full stop': (one) => `${formatResumeCode(one)}.`,
  'with other marks': (one) => `“${formatResumeCode(one)}”!`,
  'in Japanese quotes': (one) => `「${formatResumeCode(one)}」。`,
  'in full-width letters': (one) => wide(formatResumeCode(one)),
  'in full-width small letters with spaces': (one) => wide(formatResumeCode(one).toLowerCase()).replaceAll('－', '\u3000'),
  'with invisible characters': (one) => Array.from(formatResumeCode(one)).join('\u200b'),
  'with directions and a byte order mark': (one) => `\ufeff\u202a${formatResumeCode(one)}\u202c`,
  'with soft hyphens': (one) => formatResumeCode(one).replaceAll('-', '\u00ad-'),
  'with control characters': (one) => `\u0002${formatResumeCode(one)}\u0000`,
  'with other dashes': (one) => formatResumeCode(one).replaceAll('-', ' – '),
  'with underscores': (one) => `_${formatResumeCode(one).replaceAll('-', '_')}_`,
  'over two quoted lines': (one) => `> ${formatResumeCode(one).slice(0, 10)}\n> ${formatResumeCode(one).slice(10)}`,
  'in Markdown': (one) => `\`${formatResumeCode(one)}\``,
  'as its link': (one) => resumeLink('https://foyer.example', 'ada', one),
  'as its link in brackets': (one) => `(${resumeLink('https://foyer.example', 'ada', one)})`,
  'as its link in full-width letters': (one) => wide(resumeLink('https://foyer.example', 'ada', one)),
  'as its link without a scheme': (one) => resumeLink('foyer.example', 'ada', one),
  'as the end of its link': (one) => `#resume=${formatResumeCode(one)})`,
  'as its link escaped': (one) => encodeURIComponent(resumeLink('https://foyer.example', 'ada', one)),
  'as its link with escaped spaces': (one) => `https://foyer.example/ada#resume=${formatResumeCode(one).replaceAll('-', '%20')}`,
  'as its link in the link of a mail filter': (one) =>
    `https://safe.example/?url=${encodeURIComponent(resumeLink('https://foyer.example', 'ada', one))}&data=05%7C01`,
  'twice, as a code and as a link': (one) => `${formatResumeCode(one)}\n${resumeLink('https://foyer.example', 'ada', one)}`,
};

const AMONG: Readonly<Record<string, (code: ResumeCode) => string>> = {
  'after words': (one) => `My code: ${formatResumeCode(one)}`,
  'in a sentence': (one) => `It is ${formatResumeCode(one)}, and thank you.`,
  'inside Japanese': (one) => `コードは${formatResumeCode(one)}です`,
  'inside Chinese, in full-width letters': (one) => `代码${wide(formatResumeCode(one))}在这里`,
  'as a link in a mail': (one) => `Come back with ${resumeLink('https://foyer.example', 'ada', one)}. See you!`,
  'as a label and a link': (one) => `[Ada](${resumeLink('https://foyer.example', 'ada', one)}) wrote`,
};

const bytes = fc.uint8Array({ minLength: 19, maxLength: 19 });

describe('a copied code', () => {
  test.each(Object.entries({ ...ALONE, ...AMONG }))('is found %s', (_, copied) => {
    fc.assert(
      fc.property(bytes, (random) => {
        const one = makeResumeCode(random);
        expect(parseResumeCode(copied(one))).toEqual({ ok: true, code: one });
      }),
    );
  });

  test.each([
    `The code is ${code} here`,
    `code ${shown} code`,
    `Call me at 0151 2345 6789, my code is ${shown}`,
    `${'Many words come before it. '.repeat(30)}${shown}`,
  ])('is found in %j', (text) => expect(parseResumeCode(text)).toEqual({ ok: true, code }));

  test('with one wrong symbol is reported as such, even among marks and words', () => {
    const wrong = `${shown.slice(0, -1)}${shown.endsWith('A') ? 'B' : 'A'}`;
    for (const text of [wrong, `${wrong}.`, `(${wrong})`, wide(wrong), `https://foyer.example/ada#resume=${wrong})`])
      expect(parseResumeCode(text), text).toEqual({ ok: false, fault: { reason: 'check' } });
  });

  test('that is cut off is reported with its length', () => {
    expect(parseResumeCode(`${shown.slice(0, 9)}…`)).toEqual({ ok: false, fault: { reason: 'incomplete', length: 8 } });
    expect(parseResumeCode(`https://foyer.example/ada#resume=${shown.slice(0, 14)}.`)).toEqual({
      ok: false,
      fault: { reason: 'incomplete', length: 12 },
    });
    expect(parseResumeCode(wide(shown.slice(0, 4)))).toEqual({ ok: false, fault: { reason: 'incomplete', length: 4 } });
  });

  test('next to another one is not guessed', () => {
    expect(parseResumeCode(`${shown}\n0000-0000-0000-0000-0000`)).toEqual({ ok: false, fault: { reason: 'too-long', length: 40 } });
  });

  test('consists only of typed symbols', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { maxLength: 200 }), (units) => {
        const parsed = parseResumeCode(String.fromCharCode(...units));
        if (parsed.ok) expect(parsed.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
      }),
    );
  });
});

describe('a text that consists only of', () => {
  test.each(Object.entries(ALONE))('a code %s is recognised', (_, copied) => expect(codeAlone(copied(code))).toBe(code));

  test.each(Object.entries(AMONG))('a code with it %s is not recognised', (_, copied) => expect(codeAlone(copied(code))).toBeNull());

  test.each([
    '',
    'Hello',
    'Please call me again now',
    'hahahahahahahahahaha',
    '00340434161094042557',
    `${shown} is mine`,
    `${shown}a`,
    'https://foyer.example/ada',
    `${shown.slice(0, -1)}`,
    'x'.repeat(4000),
  ])('%j has no code', (text) => expect(codeAlone(text)).toBeNull());

  test('two codes is still secret', () => {
    expect(codeAlone(`${shown}\n0000-0000-0000-0000-0000`)).toBe(code);
    expect(codeAlone(link)).toBe(code);
  });
});
