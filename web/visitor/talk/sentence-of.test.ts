import { TEXT_MAX } from '@foyer/domain/limits';
import { textFault } from '@foyer/domain/text';
import { expect, test } from 'vitest';
import { sentenceOfFault } from './sentence-of.ts';

test.each([
  ['a'.repeat(TEXT_MAX + 1), 'This is 1 character too long. The limit is 4,000.'],
  ['a'.repeat(TEXT_MAX + 1200), 'This is 1,200 characters too long. The limit is 4,000.'],
  ['\ud800', expect.stringContaining('half')],
  [' ', expect.stringMatching(/\.$/)],
  [`e${'\u0301'.repeat(40)}`, expect.stringContaining('accents')],
  [`${'a\n'.repeat(200)}a`, expect.stringContaining('201 lines')],
])('says why a message can’t be sent (%#)', (text, sentence) => {
  const fault = textFault(text, TEXT_MAX);
  expect(fault && sentenceOfFault(fault)).toEqual(sentence);
});
