import { expect, test } from 'vitest';
import { inTime } from './in-time.ts';

test.each([
  [0, 'in 1 second'],
  [3.2, 'in 4 seconds'],
  [99, 'in 99 seconds'],
  [100, 'in 2 minutes'],
  [5999, 'in 100 minutes'],
  [6000, 'in 2 hours'],
])('%d seconds are %s', (seconds, text) => expect(inTime('en', seconds)).toBe(text));

test('the grammar is that of the language', () => {
  expect([inTime('de', 2), inTime('pl', 5), inTime('ja', 5)]).toEqual(['in 2 Sekunden', 'za 5 sekund', '5 秒後']);
});
