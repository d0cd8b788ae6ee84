import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { z } from 'zod';
import { ROOT } from './emulators/run-folder.ts';
import type { Progress } from './test-progress.ts';

const Report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(
    z.object({
      /** The file's path. */
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() })),
    }),
  ),
});
export type Report = z.output<typeof Report>;

/** Prints the failed tests and `N passed, N failed` from vitest's report, and returns the exit code. A run without a report has failed. */
export async function printSummary(reportFile: string, exitCode: number): Promise<number> {
  const json = await readFile(reportFile, 'utf8').catch(() => null);
  if (json === null) {
    console.error('vitest ended without a report.');
    return exitCode || 1;
  }
  const report = Report.parse(JSON.parse(json));
  const count = countOf(report);
  for (const line of failuresOf(report)) console.log(line);
  if (count.failed === 0 && exitCode !== 0) console.error(`No test failed, but vitest ended with exit code ${exitCode}.`);
  console.log(summaryOf(count));
  return count.failed > 0 ? exitCode || 1 : exitCode;
}

/** Prints the same for a killed run: unfinished files count as failed. Returns the exit code. */
export function printCutOff({ passed, failed, unfinished }: Progress, exitCode: number): number {
  console.log(summaryOf({ passed, failed: failed + Math.max(1, unfinished.length) }));
  return exitCode || 1;
}

export interface Count {
  passed: number;
  failed: number;
}

/** The last line of a run, which CI reads. */
export function summaryOf({ passed, failed }: Count): string {
  return `${passed} passed, ${failed} failed`;
}

/** Reads the count from the end of a run's output. `null` if its last line is not a count. */
export function countIn(tail: string): Count | null {
  const [, passed, failed] = /(?:^|\n)(\d+) passed, (\d+) failed\n$/.exec(tail) ?? [];
  return passed === undefined || failed === undefined ? null : { passed: Number(passed), failed: Number(failed) };
}

export function addCounts(one: Count, other: Count): Count {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

const FAILED = 'FAILED ';

/** A line for each failed test and each file that did not load: its name, what its error begins with, what it waited for, and where. */
export function failuresOf({ testResults }: Report): string[] {
  return testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const failed = assertionResults.filter((assertion) => assertion.status === 'failed');
      const lineFor = (what: string, error: string) => `${FAILED}${relative(ROOT, name)}${what}: ${gistOf(error, relative(ROOT, name))}`;
      return failed.length === 0
        ? [lineFor('', message)]
        : failed.map(({ fullName, failureMessages }) => lineFor(` > ${fullName.trim()}`, failureMessages?.[0] ?? ''));
    });
}

/** The first line, a browser's first `waiting for …`, and the first line of the stack that is in `file`. */
function gistOf(error: string, file: string): string {
  const [first = '', ...lines] = error.trim().split('\n');
  const waiting = lines.find((line) => /^\s*- waiting for /.test(line))?.trim();
  const place = lines.map((line) => new RegExp(`${file}:\\d+`).exec(line)?.[0]).find((found) => found !== undefined);
  return [first, waiting, place && `at ${place}`].filter(Boolean).join(' ');
}

/** The lines that `failuresOf` made, from a run's output. */
export function failuresIn(output: string): string[] {
  return output.split('\n').filter((line) => line.startsWith(FAILED));
}

/** Counts tests; a file that failed without any failed test (it did not load) counts as one. */
export function countOf(report: Report): Count {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
}
