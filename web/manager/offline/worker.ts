import { after } from '../../lib/after.ts';
import { whenIdle } from '../../lib/when-idle.ts';
import { language } from '../language.ts';
import type { ToWorker } from './to-worker.ts';

/** A scope with a slash at its end: `/app` is also the beginning of `/apple`, and no one's page may be controlled by this worker. */
const SCOPE = '/app/';
const SCRIPT = '/app-worker.js';

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): { createScriptURL(address: string): string };
}

let registering: Promise<ServiceWorkerRegistration | null> | null = null;

/**
 * Registers the dashboard's service worker, after the first load, which it would slow down. Resolves to `null` where the browser has no
 * service workers, or refuses them.
 */
export function dashboardWorker(): Promise<ServiceWorkerRegistration | null> {
  registering ??= whenIdle().then(register);
  return registering;
}

async function register(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return null;
  // Without a worker the dashboard works as it does in an ordinary tab.
  const registration = await navigator.serviceWorker.register(trustedScript(), { scope: SCOPE }).catch(() => null);
  if (registration) keepLoaded(registration);
  return registration;
}

/** The only script that is registered, and its address is constant. Trusted Types require a policy that says so. */
function trustedScript(): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  return trustedTypes?.createPolicy('foyer-worker', { createScriptURL: () => SCRIPT }).createScriptURL('') ?? SCRIPT;
}

/** Gives the worker the language, and the files that were loaded before it controlled this page. */
function keepLoaded(registration: ServiceWorkerRegistration): void {
  const { active, waiting, installing } = registration;
  const worker = active ?? waiting ?? installing;
  const urlsToCache = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => new URL(name).origin === location.origin);
  if (!navigator.serviceWorker.controller) {
    // A page that was requested before the worker became active, and arrived afterwards, isn't among those that the worker claims by itself.
    tell(active, { type: 'CLAIM' });
    tell(worker, { type: 'CACHE_URLS', payload: { urlsToCache } });
  }
  tell(worker, { type: 'LANGUAGE', language });
}

function tell(worker: ServiceWorker | null, message: ToWorker): void {
  worker?.postMessage(message);
}

/** A reload waits no longer than this for the new version. */
const PATIENCE_MS = 10_000;

/** Reloads the dashboard in its newest version. Without that, the worker would serve the version that it has. */
export async function reloadToNewest(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration(SCOPE).catch(() => undefined);
  if (registration) await Promise.race([activateNewest(registration), after(PATIENCE_MS)]);
  location.reload();
  // Chromium 153 can lose this request if the old worker still ran, and is replaced now. The second one is answered.
  await after(PATIENCE_MS);
  location.reload();
}

async function activateNewest(registration: ServiceWorkerRegistration): Promise<void> {
  // Rejects offline: a version that was fetched before may still wait.
  await registration.update().catch(() => {});
  const newest = registration.installing ?? registration.waiting;
  if (!newest) return;
  await reached(newest, 'installed');
  tell(newest, { type: 'SKIP_WAITING' });
  await reached(newest, 'activated');
}

const STATES: readonly ServiceWorkerState[] = ['parsed', 'installing', 'installed', 'activating', 'activated', 'redundant'];

function reached(worker: ServiceWorker, state: ServiceWorkerState): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (STATES.indexOf(worker.state) >= STATES.indexOf(state)) resolve();
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

/** Removes the worker and everything that it stored. */
export async function forgetWorker(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration(SCOPE).catch(() => undefined);
  await registration?.unregister();
  // `caches` is missing where the page isn't secure.
  if (!('caches' in window)) return;
  for (const name of await caches.keys()) if (/^(?:dashboard-|workbox-precache-)/.test(name)) await caches.delete(name);
}
