import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BREAKER_MODES, readBreakerMode } from './breaker.ts';

describe('the breaker', () => {
  test.each([
    [undefined, 'normal'],
    [{}, 'normal'],
    [{ mode: '' }, 'normal'],
    [{ mode: '  ' }, 'normal'],
    [{ mode: null }, 'normal'],
    [{ note: 'read-only' }, 'normal'],
    [{ mode: 'Normal' }, 'normal'],
    [{ mode: 'Read-only' }, 'read-only'],
    [{ mode: 'read only' }, 'read-only'],
    [{ mode: 'READ_ONLY' }, 'read-only'],
    [{ mode: 'readonly' }, 'read-only'],
    [{ mode: ' read-only\n' }, 'read-only'],
    [{ mode: '"read-only"' }, 'read-only'],
    [{ mode: 'read–only' }, 'read-only'],
    [{ mode: 'ｒｅａｄ-only' }, 'read-only'],
    [{ mode: 'Challenge' }, 'challenge'],
    [{ mode: 'existing.' }, 'existing'],
    [{ Mode: 'read-only' }, 'read-only'],
    [{ 'mode ': 'challenge' }, 'challenge'],
    [{ mode: 'normal', Mode: 'existing' }, 'existing'],
  ])('reads %j as %s', (fields, mode) => {
    expect(readBreakerMode(fields)).toEqual({ mode, unknown: null });
  });

  test.each([
    ['reed-only', 'reed-only'],
    ['off', 'off'],
    ['-', '-'],
    [' closed ', 'closed'],
    [true, 'boolean'],
    [0, 'number'],
    [{ mode: 'normal' }, 'object'],
    ['x'.repeat(1000), 'x'.repeat(40)],
  ])('reads the unknown mode %j as read-only and returns its name', (mode, unknown) => {
    expect(readBreakerMode({ mode })).toEqual({ mode: 'read-only', unknown });
  });

  test('never reads an unknown mode as a milder one', () => {
    const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    const known = BREAKER_MODES.map(letters);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (mode) => {
        fc.pre(mode.trim() !== '' && !known.includes(letters(mode.normalize('NFKC'))));
        expect(readBreakerMode({ mode }).mode).toBe('read-only');
      }),
    );
  });

  test('reads every mode in any case and with any separators', () => {
    const separator = fc.constantFrom('-', '_', ' ', '', '.', ' - ');
    fc.assert(
      fc.property(fc.constantFrom(...BREAKER_MODES), separator, fc.boolean(), (mode, between, isUpper) => {
        const typed = mode.replace('-', between);
        expect(readBreakerMode({ mode: isUpper ? typed.toUpperCase() : typed })).toEqual({ mode, unknown: null });
      }),
    );
  });
});
