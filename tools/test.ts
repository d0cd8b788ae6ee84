import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from './check.ts';
import { tell } from './emulators/sentence.ts';
import type { Patience } from './hang-watch.ts';
import { runVitest } from './run-vitest.ts';
import { needsOf } from './test-needs.ts';
import { testParts } from './test-parts.ts';
import { printCutOff, printSummary } from './test-summary.ts';
import { withEmulators } from './with-emulators.ts';

/** `quietMs` is over twice the limit of any test or hook (vitest.config.ts). Slow runs have always ended long before `atMostMs`. */
const PATIENCE: Patience = { quietMs: 10 * 60_000, atMostMs: 75 * 60_000 };

/**
 * The emulators of `npm test` live for minutes: compiling their Java less thoroughly saves 40 % of its processor time in the rules tests.
 * The deep tests run longer, and would become slower.
 */
const BRIEF_JAVA = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';

/** `npm test`: runs the checks, then all tests, with their own emulators and browser. */
async function testAll(): Promise<number> {
  return (await check()) ? testParts(fileURLToPath(import.meta.url)) : 1;
}

/** Runs a part of the tests. It is often work in progress, so it skips the checks. Arguments are vitest's. */
async function test(args: readonly string[]): Promise<number> {
  return withEmulators({
    name: 'test',
    needs: needsOf(args),
    async act({ folder, variables }) {
      const report = join(folder.path, 'vitest.json');
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      const { exitCode, cutOff } = await runVitest([...reporters, ...args], {
        variables,
        folder: folder.path,
        run: 'npm test --',
        patience: PATIENCE,
      });
      return cutOff === null ? printSummary(report, exitCode) : printCutOff(cutOff, exitCode);
    },
  });
}

process.env.JAVA_TOOL_OPTIONS ??= BRIEF_JAVA;
const args = process.argv.slice(2);
await tell(() => (args.length === 0 ? testAll() : test(args)));
