import { tell } from './emulators/sentence.ts';
import type { Patience } from './hang-watch.ts';
import { runVitest } from './run-vitest.ts';
import { withEmulators } from './with-emulators.ts';

/** Longer than the limit of any test or hook (vitest.deep.config.ts). */
const PATIENCE: Patience = { quietMs: 30 * 60_000, atMostMs: 3 * 3600_000 };

/** `npm run test:deep`: the long tests, such as floods, faults and 10,000 items. Arguments are vitest's. */
async function testDeep(args: readonly string[]): Promise<number> {
  return withEmulators({
    name: 'test',
    needs: 'everything',
    async act({ folder, variables }) {
      const all = ['--reporter=default', '--config', 'vitest.deep.config.ts', ...args];
      return (await runVitest(all, { variables, folder: folder.path, run: 'npm run test:deep --', patience: PATIENCE })).exitCode;
    },
  });
}

await tell(() => testDeep(process.argv.slice(2)));
