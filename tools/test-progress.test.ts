import { expect, test } from 'vitest';
import { lineOf, readProgress, type Step, tellOfCutOff } from './test-progress.ts';

const written = (...steps: Step[]) => steps.map(lineOf).join('');
const planned: Step = { is: 'planned', files: ['a.test.ts', 'b.test.ts', 'c.test.ts'] };
const RUN = 'npm test -- --project e2e';

test('names what was running, and what had not begun', () => {
  const progress = readProgress(
    written(
      planned,
      { is: 'testing', file: 'a.test.ts', test: 'one' },
      { is: 'tested', file: 'a.test.ts', test: 'one', passed: true },
      { is: 'finished', file: 'a.test.ts' },
      { is: 'testing', file: 'b.test.ts', test: 'first' },
      { is: 'tested', file: 'b.test.ts', test: 'first', passed: false },
      { is: 'testing', file: 'b.test.ts', test: 'second' },
    ),
  );
  expect(progress).toEqual({
    passed: 1,
    failed: 1,
    unfinished: [
      { file: 'b.test.ts', during: ['second'], hasBegun: true },
      { file: 'c.test.ts', during: [], hasBegun: false },
    ],
  });
});

test('a run that was ended while it wrote a line is read up to there', () => {
  const whole = written(planned, { is: 'finished', file: 'a.test.ts' });
  const names = (text: string) => readProgress(text).unfinished.map(({ file }) => file);
  expect(names(whole.slice(0, -5))).toEqual(['a.test.ts', 'b.test.ts', 'c.test.ts']);
  expect(names(whole)).toEqual(['b.test.ts', 'c.test.ts']);
  expect(names('')).toEqual([]);
});

test('the message says why, names the unfinished files and the test, and what to do', () => {
  const progress = readProgress(written(planned, { is: 'testing', file: 'b.test.ts', test: 'never ends' }));
  expect(tellOfCutOff('it was not done.', progress, RUN)).toBe(
    [
      'This run was ended: it was not done.',
      'Running when it ended:',
      '  b.test.ts',
      '    in "never ends"',
      'Not started:',
      '  a.test.ts',
      '  c.test.ts',
      'Run one file alone to see whether it hangs: npm test -- --project e2e b.test.ts',
      'If it passes alone, the machine was too busy: free it and run the tests again.',
    ].join('\n'),
  );
});

test('the message names ten waiting files and counts the rest', () => {
  const files = Array.from({ length: 25 }, (_, index) => `${index}.test.ts`);
  const message = tellOfCutOff('why.', readProgress(written({ is: 'planned', files })), RUN);
  expect(message).toContain('  9.test.ts\n  and 15 more\n');
  expect(message).not.toContain('10.test.ts');
});

test('a file that blocks before its first test counts as begun', () => {
  const progress = readProgress(written(planned, { is: 'begun', file: 'c.test.ts' }));
  expect(progress.unfinished.map(({ file, hasBegun }) => [file, hasBegun])).toEqual([
    ['a.test.ts', false],
    ['b.test.ts', false],
    ['c.test.ts', true],
  ]);
});

test('the message of a run that never began a file still says what to do', () => {
  expect(tellOfCutOff('why.', readProgress(''), RUN)).toContain('run the tests again');
});
