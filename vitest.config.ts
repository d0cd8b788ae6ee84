import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The emulators and ports come from `scripts/test.ts`; a test that needs them fails with a sentence when they are missing. */
export default defineConfig({
  test: {
    silent: 'passed-only',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{domain,functions,web,scripts}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/dist/**'],
        },
      },
      { test: { name: 'rules', include: ['tests/rules/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000, fileParallelism: false } },
      {
        // What the web's build makes is not there in this process: pages have their words, and hardly a look.
        resolve: { alias: { 'virtual:page-assets': fileURLToPath(new URL('tests/support/page-assets.ts', import.meta.url)) } },
        test: { name: 'api', include: ['tests/api/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false },
      },
      {
        test: {
          name: 'triggers',
          include: ['tests/triggers/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // A shared machine can take longer than a second to draw.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
