import { defineConfig } from 'vitest/config';

/** The budgets, measured: `npm run bench`. */
export default defineConfig({
  test: { name: 'bench', include: ['tests/bench/**/*.bench.ts'], testTimeout: 300_000, hookTimeout: 120_000, fileParallelism: false },
});
