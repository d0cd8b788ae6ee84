import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LINES_MAX, MARKS_MAX, PREVIEW_MAX, TEXT_MAX } from './limits.ts';
import { previewOf } from './preview.ts';
import { lineFault, normaliseLine, normaliseText, textFault } from './text.ts';

describe('a text', () => {
  test('is normalised once and then stays the same', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(0xffff), fc.constantFrom(10, 13, 32, 0x301, 0x316, 0x202a, 0x1112, 0x1161))), (units) => {
        const text = String.fromCharCode(...units);
        for (const normalise of [normaliseText, normaliseLine]) {
          const once = normalise(text);
          expect(normalise(once)).toBe(once);
        }
      }),
    );
  });

  test.each([
    ['', 'required'],
    ['\u0000\u0008', 'required'],
    ['\u200b'.repeat(TEXT_MAX + 1), 'too-long'],
    ['\ud83d', 'half-character'],
    ['x'.repeat(TEXT_MAX + 1), 'too-long'],
    [`a${'\u0316'.repeat(MARKS_MAX + 1)}`, 'piled-accents'],
    [`a${'\u0316\u0301'.repeat(500)}`, 'piled-accents'],
    [`x${'\n'.repeat(LINES_MAX)}x`, 'too-many-lines'],
  ])('%j is refused with a reason', (text, reason) => {
    expect(textFault(normaliseText(text), TEXT_MAX)?.code).toBe(reason);
  });

  test.each([
    'hello',
    'tab\tand\nnewline',
    'x'.repeat(TEXT_MAX),
    '👨‍👩‍👧‍👦',
    '1️⃣',
    'مرحبا',
    'こんにちは',
    'a'.concat('\u0316'.repeat(MARKS_MAX)),
    `x${'\n'.repeat(LINES_MAX - 1)}x`,
    'สวัสดีค่ะ',
    'ﷺ',
  ])('%j is accepted', (text) => {
    expect(textFault(normaliseText(text), TEXT_MAX)).toBeNull();
  });

  test('of the maximum length is under 16 kB, whatever it contains', () => {
    expect(new TextEncoder().encode('\uffff'.repeat(TEXT_MAX)).byteLength).toBeLessThan(16_384);
    expect(new TextEncoder().encode('😀'.repeat(TEXT_MAX / 2)).byteLength).toBeLessThan(16_384);
  });

  test('comes back in normal form, without invisible directions', () => {
    expect(normaliseText('invoice\u202efdp.exe\u202c')).toBe('invoicefdp.exe');
    expect(normaliseText('\u2068Ada\u2069 wrote')).toBe('Ada wrote');
    expect(normaliseText('\u200fשלום')).toBe('\u200fשלום');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        if (!/[\r\u2028\u2029\u202a-\u202e\u2066-\u2069\p{Cc}]/u.test(text)) expect(normaliseLine(text)).toBe(text.normalize('NFC').trim());
      }),
    );
  });

  test.each([
    ['a\u000bb\u000cc\u0085d\u2028e\u2029f', 'a\nb\nc\nd\ne\nf', 'a b c d e f'],
    ['a\r\nb\rc', 'a\nb\nc', 'a\nb\nc'],
    ['a\u0000b\u0002c\u0008d\u001fe\u007ff\u009fg', 'abcdefg', 'abcdefg'],
    ['a\u001b[31mred', 'a[31mred', 'a[31mred'],
    ['\u0002\u0008', '', ''],
    ['tab\tstays', 'tab\tstays', 'tab\tstays'],
    ['    first\n  second', '    first\n  second', 'first\n  second'],
    ['\tfirst\n\n', '\tfirst', 'first'],
    [' \n\t\n\r\n  first  \n', '  first', 'first'],
    ['\u000b\u000c  first', '  first', 'first'],
    ['\u3000全角', '\u3000全角', '全角'],
    [' \n \n ', '', ''],
    ['e\u202c\u0301', 'é', 'é'],
    ['e\u0000\u0301', 'é', 'é'],
  ])('%j is stored as %j, and in a line as %j', (typed, prose, line) => {
    expect(normaliseText(typed)).toBe(prose);
    expect(normaliseLine(typed)).toBe(line);
  });

  test.each([
    ['taken apart', '\uac01'.normalize('NFD').repeat(TEXT_MAX), TEXT_MAX],
    ['taken apart with four parts each', '\u1f82'.normalize('NFD').repeat(TEXT_MAX), TEXT_MAX],
    ['with line ends of two units', 'x\r\n'.repeat(LINES_MAX - 1) + 'x'.repeat(3000), 3000 + 2 * (LINES_MAX - 1)],
    ['between directions', '\u2068'.repeat(20_000) + 'x'.repeat(TEXT_MAX), TEXT_MAX],
    ['with control characters', '\u0000x'.repeat(TEXT_MAX), TEXT_MAX],
    ['before a mass of space', 'x'.repeat(TEXT_MAX) + ' \n'.repeat(20_000), TEXT_MAX],
    ['after a mass of empty lines', ' \n'.repeat(20_000) + 'x'.repeat(TEXT_MAX), TEXT_MAX],
  ])('that is too long only %s is accepted', (_, typed, length) => {
    const text = normaliseText(typed);
    expect(text.length).toBe(length);
    expect(textFault(text, TEXT_MAX)).toBeNull();
  });

  test('with the most marks per letter becomes NFC; with more it is rejected', () => {
    expect(normaliseText(`e\u0301${'\u0316'.repeat(MARKS_MAX)}`)).toBe(`\u00e9${'\u0316'.repeat(MARKS_MAX)}`.normalize('NFC'));
    const pile = `e${'\u0301\u0316'.repeat(MARKS_MAX * 3)}`;
    expect(normaliseText(pile)).toBe(pile);
    expect(textFault(pile, TEXT_MAX)?.code).toBe('piled-accents');
  });

  test('of one line has no second', () => {
    expect(lineFault('Ada\nMoreau', 60)?.code).toBe('several-lines');
    expect(lineFault('Ada\u2028Moreau', 60)?.code).toBe('several-lines');
    expect(lineFault('Ada Moreau', 60)).toBeNull();
  });

  test('has a preview of one line with whole characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const preview = previewOf(text, PREVIEW_MAX);
        expect(preview.length).toBeLessThanOrEqual(PREVIEW_MAX);
        expect(preview).not.toMatch(/[\n\t]/);
        expect(preview.isWellFormed()).toBe(text.isWellFormed());
      }),
    );
    expect(previewOf('😀'.repeat(100), 10)).toBe('😀😀😀😀…');
  });
});
