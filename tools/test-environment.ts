import { z } from 'zod';

/** The one variable by which `npm test` tells the tests where everything is, as JSON. */
export const TEST_ENVIRONMENT = 'FOYER_TEST_ENVIRONMENT';

/** What a run of the tests has. Parts that nobody asked for are missing. */
export const TestEnvironment = z.object({
  /** A `demo-` project of this run's own. */
  projectId: z.string().startsWith('demo-'),
  /** Where this run may write; removed at its end. */
  runFolder: z.string(),
  /** The emulators' log, with every line of the functions. */
  logFile: z.string(),
  firestore: z.object({ host: z.string(), port: z.int() }),
  /** The site, pages and API: `http://127.0.0.1:port`. */
  hosting: z.url().optional(),
  functionsOrigin: z.url().optional(),
  auth: z.url().optional(),
  storage: z.url().optional(),
  chromium: z.object({ path: z.string(), args: z.array(z.string()) }).optional(),
});
export type TestEnvironment = z.output<typeof TestEnvironment>;
