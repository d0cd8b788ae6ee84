import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** What is read of vitest's own report. */
const Report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(z.object({ name: z.string(), status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});
export type Report = z.output<typeof Report>;

/** Prints `N passed, N failed` from vitest's report as the last line, and gives the exit code. A run without a report has failed. */
export async function printSummary(reportFile: string, exitCode: number): Promise<number> {
  const json = await readFile(reportFile, 'utf8').catch(() => null);
  if (json === null) {
    console.error('vitest ended without a report.');
    return exitCode || 1;
  }
  const { passed, failed } = countOf(Report.parse(JSON.parse(json)));
  if (failed === 0 && exitCode !== 0) console.error(`No test failed, but vitest ended with exit code ${exitCode}.`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? exitCode || 1 : exitCode;
}

/** Counts tests; a file that failed without any failed test (it did not load) counts as one. */
export function countOf(report: Report): { passed: number; failed: number } {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
}
