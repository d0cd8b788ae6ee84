import { expect, test } from 'vitest';
import { lineOf, readProgress, type Step, tellOfCutOff } from './test-progress.ts';

const written = (...steps: Step[]) => steps.map(lineOf).join('');
const planned: Step = { is: 'planned', files: ['a.test.ts', 'b.test.ts', 'c.test.ts'] };
const RUN = 'npm test -- --project e2e';

test('names what was running, and what had not started', () => {
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

test('ignores an incomplete last line', () => {
  const whole = written(planned, { is: 'finished', file: 'a.test.ts' });
  const names = (text: string) => readProgress(text).unfinished.map(({ file }) => file);
  expect(names(whole.slice(0, -5))).toEqual(['a.test.ts', 'b.test.ts', 'c.test.ts']);
  expect(names(whole)).toEqual(['b.test.ts', 'c.test.ts']);
  expect(names('')).toEqual([]);
});

test('the message names the reason, the unfinished files and test, and what to do', () => {
  const progress = readProgress(written(planned, { is: 'testing', file: 'b.test.ts', test: 'never ends' }));
  expect(tellOfCutOff('it was not done.', progress, RUN)).toBe(
    [
      'This run was stopped: it was not done.',
      'Running when it stopped:',
      '  b.test.ts',
      '    in "never ends"',
      'Not started:',
      '  a.test.ts',
      '  c.test.ts',
      'Run one file alone to see whether it hangs: npm test -- --project e2e b.test.ts',
      'If it passes alone, the machine was too busy: stop other work and run the tests again.',
    ].join('\n'),
  );
});

test('the message names ten waiting files and counts the rest', () => {
  const files = Array.from({ length: 25 }, (_, index) => `${index}.test.ts`);
  const message = tellOfCutOff('why.', readProgress(written({ is: 'planned', files })), RUN);
  expect(message).toContain('  9.test.ts\n  and 15 more\n');
  expect(message).not.toContain('10.test.ts');
});

test('counts a file that blocks before its first test as started', () => {
  const progress = readProgress(written(planned, { is: 'begun', file: 'c.test.ts' }));
  expect(progress.unfinished.map(({ file, hasBegun }) => [file, hasBegun])).toEqual([
    ['a.test.ts', false],
    ['b.test.ts', false],
    ['c.test.ts', true],
  ]);
});

test('the message says what to do even if no file was started', () => {
  expect(tellOfCutOff('why.', readProgress(''), RUN)).toContain('run the tests again');
});
