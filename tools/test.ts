import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from './check.ts';
import { tell } from './emulators/sentence.ts';
import type { Patience } from './hang-watch.ts';
import { runVitest } from './run-vitest.ts';
import { testHalves } from './test-halves.ts';
import { needsOf } from './test-needs.ts';
import { printCutOff, printSummary } from './test-summary.ts';
import { withEmulators } from './with-emulators.ts';

/** No test or hook may take half as long as `quietMs` (vitest.config.ts). A run that was only slow has always ended long before `atMostMs`. */
const PATIENCE: Patience = { quietMs: 10 * 60_000, atMostMs: 75 * 60_000 };

/** `npm test`: checks, then everything vitest has, with emulators and a browser of its own. */
async function testAll(): Promise<number> {
  return (await check()) ? testHalves(fileURLToPath(import.meta.url)) : 1;
}

/** A part of the tests, often somebody's work in progress: it runs without the checks of the whole. Arguments are vitest's. */
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

const args = process.argv.slice(2);
await tell(() => (args.length === 0 ? testAll() : test(args)));
