import { PROBLEMS, type ProblemCode } from '@foyer/domain/problem';
import { words as managers } from '@foyer/words/compiled/en/problems';
import { words as visitors } from '@foyer/words/compiled/en/visitor-problems';
import { expect, test } from 'vitest';
import { documented } from '../app.ts';
import { forms } from '../forms/routes.ts';
import { titleOf } from './problem-titles.ts';

/** Messages that aren't titles. */
const CLIENTS = ['again', 'offline', 'pausedUntil'];
const CODES = Object.keys(PROBLEMS) as ProblemCode[];

test('every problem has a sentence in one of the two catalogues', () => {
  expect([...Object.keys(managers), ...Object.keys(visitors)].toSorted()).toEqual([...CODES, ...CLIENTS].toSorted());
});

test('visitors have the sentence of every problem that they can meet', () => {
  const theirs = [...documented, ...forms].filter(
    ({ caller, path }) => caller !== 'manager' && caller !== 'either' && path !== '/api/managers/me/session',
  );
  for (const { path, problems } of theirs) for (const code of problems) expect(Object.keys(visitors), `${code} of ${path}`).toContain(code);
});

test.each(CODES)('the title of %s is a whole sentence', (code) => {
  expect(titleOf(code)).toMatch(/^[A-Z].*[.”]$/);
  expect(titleOf(code)).not.toMatch(/undefined|NaN/);
});
