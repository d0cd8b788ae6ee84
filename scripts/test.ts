import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from './check.ts';
import { tell } from './emulators/sentence.ts';
import { testHalves } from './test-halves.ts';
import { needsOf } from './test-needs.ts';
import { printSummary } from './test-summary.ts';
import { exitCodeOf, spawnTool } from './tool.ts';
import { withEmulators } from './with-emulators.ts';

/** All tests take about eleven minutes on two cores; a run that hangs must end by itself. */
const TESTS_MS = 25 * 60_000;

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
      const vitest = spawnTool('vitest', ['run', ...reporters, ...args], { env: variables });
      const limit = setTimeout(() => {
        console.error(`The tests were not done after ${TESTS_MS / 60_000} minutes, and were ended.`);
        vitest.kill('SIGKILL');
      }, TESTS_MS);
      const exitCode = await exitCodeOf(vitest);
      clearTimeout(limit);
      return printSummary(report, exitCode);
    },
  });
}

const args = process.argv.slice(2);
await tell(() => (args.length === 0 ? testAll() : test(args)));
