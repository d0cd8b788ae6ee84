import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { ROOT } from './emulators/run-folder.ts';
import { countIn, countOf, failuresIn, failuresOf, printCutOff, summaryOf } from './test-summary.ts';

const passed = { status: 'passed', fullName: 'a story passes' };
const failed = {
  status: 'failed',
  fullName: 'a story fails',
  failureMessages: ['Error: 1 is not 2\nCall log:\n  - waiting for button\n    at support.ts:2\n    at /x/tests/b.test.ts:3:1'],
};
const files = (...testResults: { name: string; status: string; assertionResults: (typeof passed | typeof failed)[] }[]) =>
  testResults.map((file) => ({ message: '', ...file }));

test('counts tests as vitest does', () => {
  const testResults = files(
    { name: 'a.test.ts', status: 'passed', assertionResults: [passed, passed] },
    { name: 'b.test.ts', status: 'failed', assertionResults: [passed, failed] },
  );
  expect(countOf({ numPassedTests: 3, numFailedTests: 1, testResults })).toEqual({ passed: 3, failed: 1 });
});

test('counts a file that did not load as a failure', () => {
  const testResults = files({ name: 'a.test.ts', status: 'failed', assertionResults: [] });
  expect(countOf({ numPassedTests: 0, numFailedTests: 0, testResults })).toEqual({ passed: 0, failed: 1 });
});

test('names each failed test and each file that did not load, with its error, in one line', () => {
  const testResults = [
    { name: join(ROOT, 'a.test.ts'), status: 'passed', message: '', assertionResults: [passed] },
    { name: join(ROOT, 'tests/b.test.ts'), status: 'failed', message: '', assertionResults: [passed, failed] },
    { name: join(ROOT, 'c.test.ts'), status: 'failed', message: 'No module d.ts\nat c.test.ts:1', assertionResults: [] },
  ];
  const lines = failuresOf({ numPassedTests: 2, numFailedTests: 1, testResults });
  expect(lines).toEqual([
    'FAILED tests/b.test.ts > a story fails: Error: 1 is not 2 - waiting for button at tests/b.test.ts:3',
    'FAILED c.test.ts: No module d.ts at c.test.ts:1',
  ]);
  expect(failuresIn(`a line\n${lines.join('\n')}\n2 passed, 2 failed\n`)).toEqual(lines);
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
