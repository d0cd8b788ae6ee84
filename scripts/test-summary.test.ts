import { expect, test } from 'vitest';
import { countIn, countOf, summaryOf } from './test-summary.ts';

const passed = { status: 'passed' };
const failed = { status: 'failed' };

test('tests are counted as vitest counts them', () => {
  const testResults = [
    { name: 'a.test.ts', status: 'passed', assertionResults: [passed, passed] },
    { name: 'b.test.ts', status: 'failed', assertionResults: [passed, failed] },
  ];
  expect(countOf({ numPassedTests: 3, numFailedTests: 1, testResults })).toEqual({ passed: 3, failed: 1 });
});

test('a file that did not load is a failure', () => {
  const testResults = [{ name: 'a.test.ts', status: 'failed', assertionResults: [] }];
  expect(countOf({ numPassedTests: 0, numFailedTests: 0, testResults })).toEqual({ passed: 0, failed: 1 });
});

test('a count is read from where it was printed, and from nowhere else', () => {
  const count = { passed: 3717, failed: 2 };
  expect(countIn(`JSON report written to x\n${summaryOf(count)}\n`)).toEqual(count);
  for (const tail of ['', 'Error: 1 passed, 0 failed\n', '1 passed, 0 failed\nand then it broke\n', '1 passed'])
    expect(countIn(tail)).toBeNull();
});
