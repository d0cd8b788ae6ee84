import { defineConfig } from 'vitest/config';

/** `npm run bench` */
export default defineConfig({
  test: { name: 'bench', include: ['tests/bench/**/*.bench.ts'], testTimeout: 1_200_000, hookTimeout: 600_000, fileParallelism: false },
});
