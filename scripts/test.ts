import { join } from 'node:path';
import { check } from './check.ts';
import { tell } from './emulators/sentence.ts';
import { needsOf } from './test-needs.ts';
import { printSummary } from './test-summary.ts';
import { exitCodeOf, spawnTool } from './tool.ts';
import { withEmulators } from './with-emulators.ts';

/** All tests take about eleven minutes on two cores; a run that hangs must end by itself. */
const TESTS_MS = 25 * 60_000;

/** `npm test`: checks, then everything vitest has, with emulators and a browser of its own. Arguments are vitest's. */
async function test(args: readonly string[]): Promise<number> {
  // A part of the tests is somebody's work in progress: it runs without the checks of the whole.
  if (args.length === 0 && !(await check())) return 1;
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

await tell(() => test(process.argv.slice(2)));
