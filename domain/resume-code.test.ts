import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeResumeCode } from './resume-code.ts';
import { faultOfCode, parseResumeCode } from './typed-code.ts';
import { formatResumeCode, resumeLink } from './written-code.ts';

const bytes = fc.uint8Array({ minLength: 19, maxLength: 19 });
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('a resume code', () => {
  test('is read back as shown', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = makeResumeCode(random);
        expect(parseResumeCode(formatResumeCode(code))).toEqual({ ok: true, code });
      }),
    );
  });

  test('is read in any spelling', () => {
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

  test('is rejected with any one wrong symbol', () => {
    fc.assert(
      fc.property(bytes, fc.nat(19), fc.nat(30), (random, place, shift) => {
        const code = makeResumeCode(random);
        const wrong = SYMBOLS.charAt((SYMBOLS.indexOf(code.charAt(place)) + 1 + shift) % 32);
        expect(parseResumeCode(code.slice(0, place) + wrong + code.slice(place + 1))).toEqual({ ok: false, fault: { reason: 'check' } });
      }),
    );
  });

  test('is rejected with any two neighbours swapped', () => {
    fc.assert(
      fc.property(bytes, fc.nat(18), (random, place) => {
        const code = makeResumeCode(random);
        const [one, other] = [code.charAt(place), code.charAt(place + 1)];
        fc.pre(one !== other);
        expect(parseResumeCode(code.slice(0, place) + other + one + code.slice(place + 2)).ok).toBe(false);
      }),
    );
  });

  test('uses every symbol equally for evenly distributed bytes', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte++) {
      const symbol = makeResumeCode(new Uint8Array(19).fill(byte)).charAt(0);
      counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(new Array(32).fill(8));
  });

  test('gets a readable error if too short, too long or with a foreign symbol', () => {
    const code = makeResumeCode(new Uint8Array(19));
    expect(parseResumeCode(code.slice(0, 8))).toEqual({ ok: false, fault: { reason: 'incomplete', length: 8 } });
    expect(parseResumeCode(`${code}7`)).toEqual({ ok: false, fault: { reason: 'too-long', length: 21 } });
    expect(parseResumeCode(`${code.slice(0, 19)}!`)).toEqual({ ok: false, fault: { reason: 'symbol', symbol: '!' } });
    expect(faultOfCode({ reason: 'incomplete', length: 8 })).toEqual({ code: 'code-incomplete', values: { length: 8, of: 20 } });
  });

  test('needs 19 random bytes', () => {
    expect(() => makeResumeCode(new Uint8Array(18))).toThrow(RangeError);
  });

  test('is in the fragment of its link', () => {
    const link = new URL(resumeLink('https://foyer.example', 'ada', makeResumeCode(new Uint8Array(19))));
    expect(link.pathname).toBe('/ada');
    expect(link.search).toBe('');
    expect(link.hash).toBe('#resume=0000-0000-0000-0000-0000');
  });
});
