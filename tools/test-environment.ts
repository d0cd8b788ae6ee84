import { z } from 'zod';

/** The variable with which `npm test` passes a `TestEnvironment` to the tests, as JSON. */
export const TEST_ENVIRONMENT = 'FOYER_TEST_ENVIRONMENT';

const Chromium = z.object({ path: z.string(), args: z.array(z.string()) });

/** The environment of a test run. Parts that the run doesn't need are missing. */
export const TestEnvironment = z.object({
  projectId: z.string().startsWith('demo-'),
  /** The run's files; removed at its end. */
  runFolder: z.string(),
  logFile: z.string(),
  firestore: z.object({ host: z.string(), port: z.int() }),
  /** The site, pages and API: `http://127.0.0.1:port`. */
  hosting: z.url().optional(),
  hub: z.url().optional(),
  functionsOrigin: z.url().optional(),
  auth: z.url().optional(),
  storage: z.url().optional(),
  chromium: Chromium.optional(),
  /** With notifications. */
  fullChromium: Chromium.optional(),
  /** The mail server of this run, and the page with what it got. */
  smtpUrl: z.url().optional(),
  outbox: z.url().optional(),
});
export type TestEnvironment = z.output<typeof TestEnvironment>;
