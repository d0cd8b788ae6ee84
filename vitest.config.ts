import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * They tell a test that hangs from one that is slow: an idle machine needs a tenth of them at most. All are under half of what
 * `npm test` waits for a sign of life (tools/test.ts).
 */
const LIMITS = { testTimeout: 180_000, hookTimeout: 180_000, expect: { poll: { timeout: 60_000 } } };
const ONE_DATABASE = { fileParallelism: false, setupFiles: ['tests/support/empty-database.ts'] };
const BROWSER_LIMITS = { testTimeout: 290_000, hookTimeout: 290_000, expect: { poll: { timeout: 90_000 } } };

/** The emulators and ports come from `tools/test.ts`; a test that needs them fails with a sentence when they are missing. */
export default defineConfig({
  test: {
    silent: 'passed-only',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{domain,functions,web,tools}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          ...LIMITS,
        },
      },
      { test: { name: 'rules', include: ['tests/rules/**/*.test.ts'], ...LIMITS, fileParallelism: false } },
      {
        // What the web's build makes is not there in this process: pages have their words, and hardly a look.
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
