import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accentOn, contrast } from './colour.ts';

const colour = fc.uint8Array({ minLength: 3, maxLength: 3 }).map((bytes) => `#${Buffer.from(bytes).toString('hex')}`);

test('any accent reads on light and dark paper, and text reads on it', () => {
  fc.assert(
    fc.property(colour, fc.constantFrom('#fdfcf9', '#ffffff', '#16130f', '#000000'), (chosen, paper) => {
      const { accent, onAccent } = accentOn(chosen, [paper]);
      expect(contrast(accent, paper)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(onAccent, accent)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test('an accent that reads already is left as it is', () => {
  expect(accentOn('#8a3b2a', ['#fdfcf9']).accent).toBe('#8a3b2a');
});

test('black on white is 21 to 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});
