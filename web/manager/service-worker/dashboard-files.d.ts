/** Written by `web/service-worker-files.ts` when the worker is built. */
declare module 'virtual:dashboard-files' {
  import type { PrecacheEntry } from 'workbox-precaching';

  /** The dashboard's page, and the scripts and styles that it needs without a connection. */
  export const SHELL: PrecacheEntry[];
  /** The files with the dashboard's texts, by language. */
  export const WORDS: Readonly<Record<string, readonly string[]>>;
}
