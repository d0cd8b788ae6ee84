import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accentOn, contrast } from './colour.ts';

const colour = fc.uint8Array({ minLength: 3, maxLength: 3 }).map((bytes) => `#${Buffer.from(bytes).toString('hex')}`);

test('any accent is readable on light and dark paper, and text is readable on it', () => {
  fc.assert(
    fc.property(colour, fc.constantFrom('#fdfcf9', '#ffffff', '#16130f', '#000000'), (chosen, paper) => {
      const { accent, onAccent } = accentOn(chosen, [paper]);
      expect(contrast(accent, paper)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(onAccent, accent)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test('a readable accent stays unchanged', () => {
  expect(accentOn('#8a3b2a', ['#fdfcf9']).accent).toBe('#8a3b2a');
});

test('black on white has a contrast of 21 to 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});
