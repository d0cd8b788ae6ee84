import { expect, test } from 'vitest';
import { codeFaultSentence } from './code-fault.ts';

test.each([
  [{ reason: 'incomplete', length: 8 }, 'That code is too short: 8 of 20 characters.'],
  [{ reason: 'too-long', length: 40 }, 'That’s more than one code. A code has 20 characters, and this has 40.'],
  [{ reason: 'symbol', symbol: '!' }, 'A code has only letters and numbers, never “!”.'],
  [{ reason: 'check' }, 'One character is wrong. Check the code and try again.'],
] as const)('explains the fault of a code: %o', (fault, sentence) => {
  expect(codeFaultSentence(fault)).toBe(sentence);
});
