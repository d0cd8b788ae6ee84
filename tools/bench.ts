import { join } from 'node:path';
import { ROOT } from './emulators/run-folder.ts';
import { tell } from './emulators/sentence.ts';
import { exitCodeOf, spawnTool } from './tool.ts';
import { withEmulators } from './with-emulators.ts';

/** `npm run bench`: measures and prints the budgets, and fails if one is exceeded. Arguments are vitest's. */
async function bench(args: readonly string[]): Promise<number> {
  return withEmulators({
    name: 'bench',
    needs: 'everything',
    functionsEntry: join(ROOT, 'tests/bench/functions.ts'),
    rewrites: [{ source: '/bench/bare', function: { functionId: 'bare', region: 'europe-west1' } }],
    act: ({ variables }) => exitCodeOf(spawnTool('vitest', ['run', '--config', 'vitest.bench.config.ts', ...args], { env: variables })),
  });
}

await tell(() => bench(process.argv.slice(2)));
