/** What the dashboard tells its service worker. `CACHE_URLS` is Workbox's own, and keeps files that were loaded before the worker ran. */
export type ToWorker =
  | { type: 'CACHE_URLS'; payload: { urlsToCache: readonly string[] } }
  | { type: 'LANGUAGE'; language: string }
  /** Takes control of a dashboard that loaded while the worker became active. */
  | { type: 'CLAIM' }
  /** Replaces the running version, because the manager chose to reload. */
  | { type: 'SKIP_WAITING' };
