import { describe, expect, test } from 'vitest';
import { standingOf, standingOfForm } from './judge-first-message.ts';

const INBOX = { isUnsure: false };
const REQUESTS = { isUnsure: true };

describe('a form without JavaScript', () => {
  test('waits in the requests and counts double', () => expect(standingOfForm(false)).toEqual({ ...REQUESTS, weight: 2 }));
  test('is refused while everyone needs a proof', () => expect(standingOfForm(true)).toBeNull());
});

describe('a first message', () => {
  test.each([
    ['a good score', 0.9, false, false, { ...INBOX, weight: 1 / 3 }],
    ['a score of 0.7', 0.7, false, false, { ...INBOX, weight: 1 / 3 }],
    ['a fair score', 0.5, false, false, { ...INBOX, weight: 1 }],
    ['a poor score', 0.49, false, false, { ...REQUESTS, weight: 2 }],
    ['a score of 0.3', 0.3, false, false, { ...REQUESTS, weight: 2 }],
    ['a poor score and a proof', 0.4, true, false, { ...REQUESTS, weight: 1 }],
    ['a good score and a proof', 0.9, true, false, { ...INBOX, weight: 1 / 3 }],
    ['no answer about it', 'unknown', false, false, { ...REQUESTS, weight: 2 }],
    ['no answer about it, and a proof', 'unknown', true, false, { ...REQUESTS, weight: 1 }],
    ['no token', 'missing', false, false, null],
    ['no token, and a proof', 'missing', true, false, { ...REQUESTS, weight: 1 }],
    ['a used token', 'invalid', false, false, null],
    ['a used token, and a proof', 'invalid', true, false, { ...REQUESTS, weight: 1 }],
    ['a fair score and a proof', 0.6, true, false, { ...INBOX, weight: 1 / 2 }],
    ['a site that asks for no score', null, false, false, { ...INBOX, weight: 1 }],
    ['a site that asks for no score, and a proof', null, true, false, { ...INBOX, weight: 1 / 2 }],
    ['a good score while all must prove', 0.8, false, true, { ...INBOX, weight: 1 / 3 }],
    ['a poor score while all must prove', 0.4, false, true, null],
    ['no answer while all must prove', 'unknown', false, true, null],
    ['a site without scores while all must prove', null, false, true, null],
    ['a proof while all must prove', null, true, true, { ...INBOX, weight: 1 / 2 }],
  ] as const)('with %s', (_, score, hasProof, mustProve, expected) => expect(standingOf(score, hasProof, mustProve)).toEqual(expected));

  test.each([0, 0.1, 0.2999])('with a score of %f is refused despite a proof', (score) => {
    expect(() => standingOf(score, true, false)).toThrow('not-trusted');
  });

  test('without a score is never judged better than with a poor one', () => {
    const poor = standingOf(0.4, true, false);
    for (const score of ['missing', 'invalid', 'unknown'] as const) expect(standingOf(score, true, false)).toEqual(poor);
  });
});
