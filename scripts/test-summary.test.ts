import { expect, test } from 'vitest';
import { countOf } from './test-summary.ts';

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
