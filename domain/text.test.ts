import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LINES_MAX, MARKS_MAX, PREVIEW_MAX, TEXT_MAX } from './limits.ts';
import { lineFault, normaliseText, previewOf, textFault } from './text.ts';

describe('a text', () => {
  test('is normalised once and then stays', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
      }),
    );
  });

  test.each([
    ['', 'Please write something'],
    ['a\u0000b', 'control characters'],
    ['a\u001b[31m', 'control characters'],
    ['a\u0085b', 'control characters'],
    ['\ud83d', 'half a character'],
    ['x'.repeat(TEXT_MAX + 1), '1 characters too long'],
    [`a${'\u0316'.repeat(MARKS_MAX + 1)}`, 'piled up'],
    [`a${'\u0316\u0301'.repeat(500)}`, 'piled up'],
    [`x${'\n'.repeat(LINES_MAX)}x`, '201 lines'],
  ])('%j is refused with a reason', (text, reason) => {
    expect(textFault(normaliseText(text), TEXT_MAX)).toContain(reason);
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

  test('of the greatest length weighs under 16 kB, whatever it holds', () => {
    expect(new TextEncoder().encode('\uffff'.repeat(TEXT_MAX)).byteLength).toBeLessThan(16_384);
    expect(new TextEncoder().encode('😀'.repeat(TEXT_MAX / 2)).byteLength).toBeLessThan(16_384);
  });

  test('comes back as its normal form, without invisible directions', () => {
    expect(normaliseText('invoice\u202efdp.exe\u202c')).toBe('invoicefdp.exe');
    expect(normaliseText('\u2068Ada\u2069 wrote')).toBe('Ada wrote');
    expect(normaliseText('\u200fשלום')).toBe('\u200fשלום');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        if (!/[\r\u202a-\u202e\u2066-\u2069]/.test(text)) expect(normaliseText(text)).toBe(text.normalize('NFC').trim());
      }),
    );
  });

  test('of one line has no second', () => {
    expect(lineFault('Ada\nMoreau', 60)).toContain('one line');
    expect(lineFault('Ada\u2028Moreau', 60)).toContain('one line');
    expect(lineFault('Ada Moreau', 60)).toBeNull();
  });

  test('has a preview of one whole line', () => {
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
