import type { ProblemBody, ProblemCode } from '@foyer/domain/problem';
import { words as faults } from '@foyer/words/compiled/en/faults';
import { words as problems } from '@foyer/words/compiled/en/visitor-problems';
import { describe, expect, test } from 'vitest';
import { ApiProblem } from './api.ts';
import { faultSentence, problemAdvice, problemSentence } from './problem-sentence.ts';

const words = { problems, faults };
const problem = (code: string, body: Partial<ProblemBody> = {}) => new ApiProblem(code as ProblemCode, body);

describe('the sentence of a problem', () => {
  test('is that of its code', () => {
    expect(problemSentence(problem('busy'), words)).toBe(problems.busy);
    expect(problemSentence(problem('offline'), words)).toBe(problems.offline);
  });

  test('is that of the first wrong field, with its values', () => {
    const errors = [
      { path: 'text', code: 'too-long' as const, values: { over: 1, max: 4000 }, message: '' },
      { path: 'email', code: 'email-format' as const, message: '' },
    ];
    expect(problemSentence(problem('invalid-request', { errors }), words)).toBe('This is 1 character too long. The limit is 4,000.');
  });

  test.each(['made-up', 'constructor', 'toString', ''])('is a general one for %j, which a newer server may know', (code) => {
    expect(problemSentence(problem(code), words)).toBe(problems.internal);
    expect(faultSentence({ code: code as never }, words)).toBe(faults['not-allowed']);
  });

  test('is a general one for any other error', () => expect(problemSentence(new Error('secret'), words)).toBe(problems.internal));

  test.each([
    [1, 'Try again in 1 second.'],
    [40, 'Try again in 40 seconds.'],
    [101, 'Try again in 2 minutes.'],
    [4320, 'Try again in 72 minutes.'],
    [7201, 'Try again in 3 hours.'],
  ])('says how long to wait: %i seconds', (retryAfterSeconds, wait) => {
    expect(problemAdvice(problem('too-many-codes', { retryAfterSeconds }), words)).toBe(`${problems['too-many-codes']} ${wait}`);
    expect(problemSentence(problem('too-many-codes', { retryAfterSeconds }), words)).toBe(problems['too-many-codes']);
  });
});
