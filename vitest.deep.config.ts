import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Measurements run alone. */
const MEASURED = ['tests/deep/load.test.ts', 'tests/deep/reads.test.ts', 'tests/deep/bodies.test.ts'];

/** `npm test` runs a sample of these (tests/support/sample.ts); this runs them in full. */
const SAMPLED_IN_BROWSERS = [
  'accessibility',
  'arrival',
  'canned-replies',
  'editor',
  'emoji',
  'fonts',
  'hostile-text',
  'hours',
  'installed',
  'labels',
  'languages',
  'manager',
  'manager-control',
  'message-box',
  'new-messages',
  'no-javascript',
  'numbers',
  'palette',
  'push',
  'screens',
  'search',
  'selection',
  'send-later',
  'settings',
  'share',
  'thread-language',
  'translator',
  'triage',
  'views',
  'visitor-control',
  'visitor-screens',
  'widths',
].map((name) => `tests/e2e/${name}.test.ts`);
const SAMPLED_OF_THE_API = ['cookies', 'cross-site', 'new-codes', 'odd-headers', 'slow-bodies', 'slug-pages', 'slugs', 'text-corpus'].map(
  (name) => `tests/api/${name}.test.ts`,
);
export const SAMPLED = [...SAMPLED_IN_BROWSERS, ...SAMPLED_OF_THE_API];

/** As in vitest.config.ts: pages have their text and almost no styles. */
const PAGE_ASSETS = { alias: { 'virtual:page-assets': fileURLToPath(new URL('tests/support/page-assets.ts', import.meta.url)) } };

/** `npm run test:deep`: the long tests, for releases rather than commits. Tests that don't measure time run first, two at a time; those of the API last. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    silent: 'passed-only',
    projects: [
      {
        extends: true,
        test: {
          name: 'mutation',
          include: ['tests/deep/rules-mutation.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 1_200_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        resolve: PAGE_ASSETS,
        test: {
          name: 'deep',
          include: ['tests/deep/**/*.test.ts'],
          exclude: ['tests/deep/rules-mutation.test.ts', ...MEASURED],
          testTimeout: 900_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'sampled',
          include: [...SAMPLED_IN_BROWSERS, 'tests/e2e/deep/**/*.test.ts'],
          env: { FOYER_TEST_DEPTH: 'deep' },
          testTimeout: 900_000,
          hookTimeout: 290_000,
          expect: { poll: { timeout: 90_000 } },
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        resolve: PAGE_ASSETS,
        test: {
          name: 'sampled-api',
          include: SAMPLED_OF_THE_API,
          env: { FOYER_TEST_DEPTH: 'deep' },
          testTimeout: 900_000,
          hookTimeout: 290_000,
          // The deep tests leave thousands of documents, which these would compare each time.
          setupFiles: ['tests/support/empty-database.ts'],
          fileParallelism: false,
          // After all others, which use the same database and its triggers.
          sequence: { groupOrder: 4 },
        },
      },
      {
        extends: true,
        test: {
          name: 'measured',
          include: MEASURED,
          testTimeout: 900_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
