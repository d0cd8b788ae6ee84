import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Progress } from './test-progress.ts';

const Report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(z.object({ name: z.string(), status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});
export type Report = z.output<typeof Report>;

/** Prints `N passed, N failed` from vitest's report as the last line, and returns the exit code. A run without a report has failed. */
export async function printSummary(reportFile: string, exitCode: number): Promise<number> {
  const json = await readFile(reportFile, 'utf8').catch(() => null);
  if (json === null) {
    console.error('vitest ended without a report.');
    return exitCode || 1;
  }
  const count = countOf(Report.parse(JSON.parse(json)));
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

/** Counts tests; a file that failed without any failed test (it did not load) counts as one. */
export function countOf(report: Report): Count {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
}
