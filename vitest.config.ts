import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * Timeouts detect hanging tests, not slow ones: an idle machine needs a tenth of them at most. All are under half of the silence that
 * `npm test` allows (tools/test.ts).
 */
const LIMITS = { testTimeout: 180_000, hookTimeout: 180_000, expect: { poll: { timeout: 60_000 } } };
const ONE_DATABASE = { fileParallelism: false, setupFiles: ['tests/support/empty-database.ts'] };
const BROWSER_LIMITS = { testTimeout: 290_000, hookTimeout: 290_000, expect: { poll: { timeout: 90_000 } } };

/** `tools/test.ts` provides the emulators and ports; a test that needs them fails with a clear message if they are missing. */
export default defineConfig({
  test: {
    silent: 'passed-only',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{domain,words,functions,web,tools}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          setupFiles: ['tests/support/speak-english.ts'],
          ...LIMITS,
        },
      },
      { test: { name: 'rules', include: ['tests/rules/**/*.test.ts'], ...LIMITS, fileParallelism: false } },
      {
        // The web's build is not available in this process, so pages have their text and almost no styles.
        resolve: { alias: { 'virtual:page-assets': fileURLToPath(new URL('tests/support/page-assets.ts', import.meta.url)) } },
        test: { name: 'api', include: ['tests/api/**/*.test.ts'], ...LIMITS, ...ONE_DATABASE, sequence: { groupOrder: 2 } },
      },
      {
        test: {
          name: 'triggers',
          include: ['tests/triggers/**/*.test.ts'],
          ...LIMITS,
          ...ONE_DATABASE,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          ...BROWSER_LIMITS,
          fileParallelism: false,
        },
      },
    ],
  },
});
