import type { PushSubscription } from '@foyer/domain/device';

/** This browser's pushes from the site. One subscription serves the conversations of all pages. */

const SCRIPT = '/notifications/worker.js';
/** A folder without pages: the worker controls none, and the dashboard's has another one. */
const SCOPE = '/notifications/';

export function canPush(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

/** On iPhones and iPads, only pages on the Home Screen can have notifications. */
export function needsHomeScreen(): boolean {
  return 'standalone' in navigator && !navigator.standalone;
}

/** Throws if the browser can't subscribe, for example because its push service can't be reached. */
export async function subscribeBrowser(key: string): Promise<PushSubscription> {
  const { pushManager } = await activeWorker();
  const before = await pushManager.getSubscription();
  // The site's key was replaced.
  if (before && keyOf(before) !== key) await before.unsubscribe();
  const { endpoint, keys } = (await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })).toJSON();
  const { p256dh, auth } = keys ?? {};
  if (!endpoint || !p256dh || !auth) throw new Error('the subscription is not complete');
  return { endpoint, p256dh, auth };
}

export async function unsubscribeBrowser(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration(SCOPE);
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
  await registration?.unregister();
}

/** Removes the notification of a conversation that is being read. */
export async function closeNotification(conversationId: string): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration(SCOPE);
  for (const shown of (await registration?.getNotifications({ tag: conversationId })) ?? []) shown.close();
}

/** `serviceWorker.ready` waits for a worker that controls the page; this one never does. */
async function activeWorker(): Promise<ServiceWorkerRegistration> {
  const registration = await navigator.serviceWorker.register(SCRIPT, { scope: SCOPE });
  const { installing, waiting, active } = registration;
  const worker = active ?? waiting ?? installing;
  if (worker && worker.state !== 'activated')
    await new Promise<void>((resolve, reject) => {
      worker.addEventListener('statechange', () => {
        if (worker.state === 'activated') resolve();
        if (worker.state === 'redundant') reject(new Error('the worker failed'));
      });
    });
  return registration;
}

function keyOf({ options }: globalThis.PushSubscription): string {
  const bytes = new Uint8Array(options.applicationServerKey ?? []);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
