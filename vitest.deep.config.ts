import { defineConfig } from 'vitest/config';

/** What takes minutes, and is run before a release rather than before a commit. One after the other, since some of it is measured. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'mutation',
          include: ['tests/deep/rules-mutation.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 1_200_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'deep',
          include: ['tests/deep/**/*.test.ts'],
          exclude: ['tests/deep/rules-mutation.test.ts'],
          testTimeout: 3_600_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
