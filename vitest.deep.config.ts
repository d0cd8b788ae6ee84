import { defineConfig } from 'vitest/config';

/** What takes minutes, and is run before a release rather than before a commit. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'mutation', include: ['tests/deep/rules-mutation.test.ts'], testTimeout: 3_600_000, hookTimeout: 60_000 } },
      {
        test: {
          name: 'deep',
          include: ['tests/deep/**/*.test.ts'],
          exclude: ['tests/deep/rules-mutation.test.ts'],
          testTimeout: 3_600_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
