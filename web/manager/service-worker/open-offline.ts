import { SHELL, WORDS } from 'virtual:dashboard-files';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { SETTINGS_PATHS } from '../../lib/settings-paths.ts';

/** Texts in the language in use, typefaces, and screens that were opened. */
const ASSETS = 'dashboard-assets';
const SETTINGS = 'dashboard-settings';
/** The entry in `ASSETS` that holds the language in use. Nothing is served at this address. */
const LANGUAGE = '/app/language';

/** After this, the settings of the last visit are used. */
const PATIENCE_S = 3;
/** More than one version of the dashboard loads. What was stored first is dropped first. */
const ASSETS_MAX = 120;

/**
 * Makes the dashboard open without a connection. Anything not named here (the API, Firestore, Auth, pictures, other pages) goes to the
 * network as if there were no worker. Nothing personal is stored: that is in Firestore's own cache.
 */
export function openOffline(worker: ServiceWorkerGlobalScope): void {
  precacheAndRoute(SHELL, { cleanURLs: false, directoryIndex: '' });
  cleanupOutdatedCaches();
  registerRoute(new NavigationRoute(createHandlerBoundToURL('/app.html'), { allowlist: [/^\/app(?:\/|$)/] }));
  registerRoute(({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'), new CacheFirst({ cacheName: ASSETS }));
  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && SETTINGS_PATHS.includes(url.pathname),
    new NetworkFirst({ cacheName: SETTINGS, networkTimeoutSeconds: PATIENCE_S }),
  );
  worker.addEventListener('install', (event) => {
    leaveOthersAlone(event, worker);
    // A new version must not become active without the texts of the language in use.
    event.waitUntil(keepLanguageInUse());
  });
  worker.addEventListener('activate', (event) => event.waitUntil(dropOldAssets()));
}

/** Not yet in TypeScript's library: https://w3c.github.io/ServiceWorker/#dom-installevent-addroutes. Only Chromium has it. */
interface RoutedInstall {
  addRoutes?(routes: { condition: { not: { urlPattern: URLPattern } }; source: 'network' }): Promise<void>;
}

/** Without this, every request to Firestore wakes the worker, and one at the wrong moment delays its replacement. */
function leaveOthersAlone(event: ExtendableEvent & RoutedInstall, worker: ServiceWorkerGlobalScope): void {
  event.addRoutes?.({ condition: { not: { urlPattern: new URLPattern('/*', worker.location.origin) } }, source: 'network' });
}

/** Keeps the texts of a language, for this version of the dashboard and the next. */
export async function keepLanguage(language: string): Promise<void> {
  const cache = await caches.open(ASSETS);
  await cache.put(LANGUAGE, new Response(language));
  await keepLanguageInUse();
}

async function keepLanguageInUse(): Promise<void> {
  const cache = await caches.open(ASSETS);
  const language = await (await cache.match(LANGUAGE))?.text();
  for (const file of (language && WORDS[language]) || []) if (!(await cache.match(file))) await cache.add(file);
}

async function dropOldAssets(): Promise<void> {
  const cache = await caches.open(ASSETS);
  const kept = (await cache.keys()).filter(({ url }) => !url.endsWith(LANGUAGE));
  // A cache lists its entries in the order in which they were stored.
  for (const request of kept.slice(0, -ASSETS_MAX)) await cache.delete(request);
}
