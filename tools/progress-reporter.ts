import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestCase, TestModule, TestSpecification } from 'vitest/node';
import { ROOT } from './emulators/run-folder.ts';
import { lineOf, PROGRESS_FILE, type Step } from './test-progress.ts';

/** Writes each start and result to a file, so `npm test` can tell a slow run from a hanging one. */
export default class ProgressReporter implements Reporter {
  onTestRunStart(specifications: readonly TestSpecification[]): void {
    write({ is: 'planned', files: specifications.map(({ moduleId }) => fromRoot(moduleId)) });
  }

  onTestModuleQueued({ moduleId }: TestModule): void {
    write({ is: 'begun', file: fromRoot(moduleId) });
  }

  onTestCaseReady(testCase: TestCase): void {
    write({ is: 'testing', file: fromRoot(testCase.module.moduleId), test: testCase.fullName });
  }

  onTestCaseResult(testCase: TestCase): void {
    const passed = testCase.result().state !== 'failed';
    write({ is: 'tested', file: fromRoot(testCase.module.moduleId), test: testCase.fullName, passed });
  }

  onTestModuleEnd({ moduleId }: TestModule): void {
    write({ is: 'finished', file: fromRoot(moduleId) });
  }
}

function write(step: Step): void {
  const file = process.env[PROGRESS_FILE];
  if (file) appendFileSync(file, lineOf(step));
}

function fromRoot(moduleId: string): string {
  return relative(ROOT, moduleId);
}
