import { sayNewVersion } from '../notice/newer-version.ts';
import { dashboardWorker } from '../offline/worker.ts';

/** How often a dashboard that stays open looks for a new version, and offers it again. */
const LOOK_MS = 60 * 60_000;

/** Registers the service worker, and offers to reload when it has a new version. It never reloads by itself. */
export async function followUpdates(): Promise<void> {
  // A worker that this page started with can be replaced by another tab: this page's files are then old.
  const hadController = Boolean(navigator.serviceWorker?.controller);
  const registration = await dashboardWorker();
  if (!registration) return;
  if (hadController) navigator.serviceWorker.addEventListener('controllerchange', sayNewVersion);
  const offer = () => {
    if (registration.waiting && registration.active) sayNewVersion();
  };
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer));
  offer();
  let lookedAt = Date.now();
  const look = () => {
    if (document.visibilityState !== 'visible' || Date.now() - lookedAt < LOOK_MS) return;
    lookedAt = Date.now();
    registration.update().then(offer, () => {});
  };
  setInterval(look, LOOK_MS);
  document.addEventListener('visibilitychange', look);
}
