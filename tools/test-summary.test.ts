import { expect, test, vi } from 'vitest';
import { countIn, countOf, printCutOff, summaryOf } from './test-summary.ts';

const passed = { status: 'passed' };
const failed = { status: 'failed' };

test('counts tests as vitest does', () => {
  const testResults = [
    { name: 'a.test.ts', status: 'passed', assertionResults: [passed, passed] },
    { name: 'b.test.ts', status: 'failed', assertionResults: [passed, failed] },
  ];
  expect(countOf({ numPassedTests: 3, numFailedTests: 1, testResults })).toEqual({ passed: 3, failed: 1 });
});

test('counts a file that did not load as a failure', () => {
  const testResults = [{ name: 'a.test.ts', status: 'failed', assertionResults: [] }];
  expect(countOf({ numPassedTests: 0, numFailedTests: 0, testResults })).toEqual({ passed: 0, failed: 1 });
});

test('reads the count only from the last line', () => {
  const count = { passed: 3717, failed: 2 };
  expect(countIn(`JSON report written to x\n${summaryOf(count)}\n`)).toEqual(count);
  for (const tail of ['', 'Error: 1 passed, 0 failed\n', '1 passed, 0 failed\nand then it broke\n', '1 passed'])
    expect(countIn(tail)).toBeNull();
});

test.each([
  [[], 1],
  [['a.test.ts'], 2],
  [['a.test.ts', 'b.test.ts'], 3],
])('counts each unfinished file of a killed run as failed, and at least one: %j', (files, failed) => {
  const print = vi.spyOn(console, 'log').mockReturnValue();
  const unfinished = files.map((file) => ({ file, during: [], hasBegun: true }));
  expect(printCutOff({ passed: 3, failed: Math.min(1, files.length), unfinished }, 0)).toBe(1);
  expect(countIn(`${print.mock.lastCall?.[0]}\n`)).toEqual({ passed: 3, failed });
  print.mockRestore();
});
