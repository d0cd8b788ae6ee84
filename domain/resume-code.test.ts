import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatResumeCode, makeResumeCode, resumeLink } from './resume-code.ts';
import { explainCodeFault, parseResumeCode } from './typed-code.ts';

const bytes = fc.uint8Array({ minLength: 19, maxLength: 19 });
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('a resume code', () => {
  test('is read back from what was shown', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = makeResumeCode(random);
        expect(parseResumeCode(formatResumeCode(code))).toEqual({ ok: true, code });
      }),
    );
  });

  test('is read however it is typed', () => {
    fc.assert(
      fc.property(
        bytes,
        fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }),
        fc.constantFrom(' ', '', ' - ', '–', '\n'),
        (random, flags, gap) => {
          const code = makeResumeCode(random);
          const typed = Array.from(formatResumeCode(code), (symbol, index) => {
            if (symbol === '-') return gap;
            if (symbol === '0' && flags[index]) return 'o';
            if (symbol === '1') return flags[index] ? 'l' : 'I';
            return flags[index] ? symbol.toLowerCase() : symbol;
          }).join('');
          expect(parseResumeCode(typed)).toEqual({ ok: true, code });
        },
      ),
    );
  });

  test('with any one symbol wrong is told to be wrong', () => {
    fc.assert(
      fc.property(bytes, fc.nat(19), fc.nat(30), (random, place, shift) => {
        const code = makeResumeCode(random);
        const wrong = SYMBOLS.charAt((SYMBOLS.indexOf(code.charAt(place)) + 1 + shift) % 32);
        expect(parseResumeCode(code.slice(0, place) + wrong + code.slice(place + 1))).toEqual({ ok: false, fault: { reason: 'check' } });
      }),
    );
  });

  test('with any two neighbours swapped is told to be wrong', () => {
    fc.assert(
      fc.property(bytes, fc.nat(18), (random, place) => {
        const code = makeResumeCode(random);
        const [one, other] = [code.charAt(place), code.charAt(place + 1)];
        fc.pre(one !== other);
        expect(parseResumeCode(code.slice(0, place) + other + one + code.slice(place + 2)).ok).toBe(false);
      }),
    );
  });

  test('uses every symbol equally for equally likely bytes', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte++) {
      const symbol = makeResumeCode(new Uint8Array(19).fill(byte)).charAt(0);
      counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(new Array(32).fill(8));
  });

  test('that is too short, too long or has a foreign symbol is told so in words', () => {
    const code = makeResumeCode(new Uint8Array(19));
    expect(parseResumeCode(code.slice(0, 8))).toEqual({ ok: false, fault: { reason: 'incomplete', length: 8 } });
    expect(parseResumeCode(`${code}7`)).toEqual({ ok: false, fault: { reason: 'too-long', length: 21 } });
    expect(parseResumeCode(`${code.slice(0, 19)}!`)).toEqual({ ok: false, fault: { reason: 'symbol', symbol: '!' } });
    expect(explainCodeFault({ reason: 'incomplete', length: 8 })).toContain('8 of its 20');
  });

  test('needs 19 random bytes', () => {
    expect(() => makeResumeCode(new Uint8Array(18))).toThrow(RangeError);
  });

  test('stands in the fragment of its link', () => {
    const link = new URL(resumeLink('https://foyer.example', 'ada', makeResumeCode(new Uint8Array(19))));
    expect(link.pathname).toBe('/ada');
    expect(link.search).toBe('');
    expect(link.hash).toBe('#resume=0000-0000-0000-0000-0000');
  });
});
