import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * Timeouts detect hanging tests, not slow ones: an idle machine needs a tenth of them at most. All are under half of the silence that
 * `npm test` allows (tools/test.ts).
 */
const LIMITS = { testTimeout: 180_000, hookTimeout: 180_000, expect: { poll: { timeout: 60_000 } } };
/** Loading the modules once for all files takes a fraction of the time. */
const ONE_DATABASE = { fileParallelism: false, isolate: false, setupFiles: ['tests/support/empty-database.ts'] };
/** They replace modules, or spy on those that other files have loaded. */
const WITH_OWN_MODULES = ['mail', 'page-language', 'reads', 'security-events'].map((name) => `tests/api/${name}.test.ts`);
/** The web's build is not available in these processes, so pages have their text and almost no styles. */
const PAGE_ASSETS = { alias: { 'virtual:page-assets': fileURLToPath(new URL('tests/support/page-assets.ts', import.meta.url)) } };
/** After the others: one loads rules into the emulator that all files share, one reads all mails of the run. */
const ALONE = ['tests/e2e/older-server.test.ts', 'tests/e2e/outbox.test.ts'];
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
          isolate: false,
          ...LIMITS,
        },
      },
      { test: { name: 'rules', include: ['tests/rules/**/*.test.ts'], ...LIMITS, fileParallelism: false } },
      {
        resolve: PAGE_ASSETS,
        test: {
          name: 'api',
          include: ['tests/api/**/*.test.ts'],
          exclude: WITH_OWN_MODULES,
          ...LIMITS,
          ...ONE_DATABASE,
          sequence: { groupOrder: 2 },
        },
      },
      {
        resolve: PAGE_ASSETS,
        test: {
          name: 'api-alone',
          include: WITH_OWN_MODULES,
          ...LIMITS,
          ...ONE_DATABASE,
          isolate: true,
          sequence: { groupOrder: 3 },
        },
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
          exclude: [...ALONE, 'tests/e2e/deep/**'],
          ...BROWSER_LIMITS,
          // They mostly wait: for each other's messages, for pages, for the emulators.
          maxWorkers: 3,
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e-alone',
          include: ALONE,
          ...BROWSER_LIMITS,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
