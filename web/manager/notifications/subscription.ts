import type { PushSubscription as StoredSubscription } from '@foyer/domain/device';
import { dashboardWorker } from '../offline/worker.ts';

/** A subscription of this browser, as the API stores it, and the id of the device. */
export interface Subscribed {
  deviceId: string;
  subscription: StoredSubscription;
}

/** What this browser can do. `needs-install`: an iPhone or iPad, where only an app on the Home Screen gets notifications. */
export type Support = 'ready' | 'unsupported' | 'needs-install';

export function support(): Support {
  if ('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window) return 'ready';
  return /\b(?:iPhone|iPad)\b/.test(navigator.userAgent) || isIPadAsMac() ? 'needs-install' : 'unsupported';
}

/** This browser's subscription; `null` without one. */
export async function currentSubscription(): Promise<Subscribed | null> {
  const subscription = await (await dashboardWorker())?.pushManager?.getSubscription();
  return subscription ? subscribed(subscription) : null;
}

/** Subscribes this browser with the site's key, after its permission was given. Throws if its push service refuses or can't be reached. */
export async function subscribe(publicKey: string): Promise<Subscribed> {
  const registration = await dashboardWorker();
  if (!registration) throw new Error('no worker');
  await active(registration);
  const options = { userVisibleOnly: true, applicationServerKey: publicKey };
  const before = await registration.pushManager.getSubscription();
  // With another key, which the site had before, subscribing again fails.
  if (before && keyOf(before) !== publicKey) await before.unsubscribe();
  return subscribed(await registration.pushManager.subscribe(options));
}

export async function unsubscribe(): Promise<void> {
  await (await (await dashboardWorker())?.pushManager?.getSubscription())?.unsubscribe();
}

/** The key of the site that a subscription belongs to, in base64url. */
function keyOf({ options }: PushSubscription): string | null {
  return options.applicationServerKey && base64url(new Uint8Array(options.applicationServerKey));
}

/** The id comes from the endpoint, so that a browser which forgets everything else is still the same device. */
async function subscribed(subscription: PushSubscription): Promise<Subscribed> {
  const { endpoint, keys } = subscription.toJSON() as { endpoint: string; keys: { p256dh: string; auth: string } };
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint));
  return { deviceId: `d${base64url(new Uint8Array(hash)).slice(0, 20)}`, subscription: { endpoint, p256dh: keys.p256dh, auth: keys.auth } };
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** Subscribing needs an active worker; `serviceWorker.ready` waits for one that controls this page. Rejects if it can't be installed. */
function active(registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  if (!worker || worker.state === 'activated') return Promise.resolve();
  return new Promise((resolve, reject) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve();
      if (worker.state === 'redundant') reject(new Error('the worker was replaced'));
    });
  });
}

/** An iPad says that it is a Mac, but no Mac has a touchscreen. */
function isIPadAsMac(): boolean {
  return /\bMac OS X\b/.test(navigator.userAgent) && navigator.maxTouchPoints > 1;
}
