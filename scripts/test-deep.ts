import { tell } from './emulators/sentence.ts';
import { exitCodeOf, spawnTool } from './tool.ts';
import { withEmulators } from './with-emulators.ts';

/** Twenty minutes are its budget; a run that hangs must end by itself. */
const TESTS_MS = 30 * 60_000;

/** `npm run test:deep`: the long tests, for a night: floods, faults, ten thousand of everything. Arguments are vitest's. */
async function testDeep(args: readonly string[]): Promise<number> {
  return withEmulators({
    name: 'test',
    needs: 'everything',
    async act({ variables }) {
      const vitest = spawnTool('vitest', ['run', '--config', 'vitest.deep.config.ts', ...args], { env: variables });
      const limit = setTimeout(() => {
        console.error(`The tests were not done after ${TESTS_MS / 60_000} minutes, and were ended.`);
        vitest.kill('SIGKILL');
      }, TESTS_MS);
      const exitCode = await exitCodeOf(vitest);
      clearTimeout(limit);
      return exitCode;
    },
  });
}

await tell(() => testDeep(process.argv.slice(2)));
