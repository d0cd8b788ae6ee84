import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Page, Worker } from 'playwright-core';
import { expect } from 'vitest';
import { emulators } from '../support/emulators.ts';
import type { Delivery, PushBrowser } from '../support/push-service.ts';
import { APPEARS_MS } from './support.ts';

/** A browser that gets pushes without its own push service, which can't be reached from tests. */

/** Long enough for a notification to be shown, if it will be. */
const SHOWN_MS = 300;

/** A site's service worker: the path of its script, and its scope. */
export interface ServiceWorkerPlace {
  script: string;
  scope: string;
}

export const DASHBOARD_WORKER: ServiceWorkerPlace = { script: '/app-worker.js', scope: '/app/' };
export const VISITOR_WORKER: ServiceWorkerPlace = { script: '/notifications/worker.js', scope: '/notifications/' };

/** Pages subscribe at the test's push service. `isAllowed` is the person's answer to the browser's question. */
export async function usePushService(context: BrowserContext, { subscription }: PushBrowser, isAllowed = true): Promise<void> {
  if (isAllowed) await context.grantPermissions(['notifications']);
  await context.addInitScript(
    ({ subscription: { endpoint, p256dh, auth }, isAllowed: allowed }) => {
      const KEPT = 'push-of-the-test';
      const bytesOf = (key: string) => Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
      const subscribed = () => {
        const key = localStorage.getItem(KEPT);
        return key === null
          ? null
          : {
              endpoint,
              options: { userVisibleOnly: true, applicationServerKey: bytesOf(key).buffer },
              toJSON: () => ({ endpoint, keys: { p256dh, auth } }),
              unsubscribe: async () => {
                localStorage.removeItem(KEPT);
                return true;
              },
            };
      };
      if (!('PushManager' in window)) return;
      PushManager.prototype.getSubscription = async () => subscribed() as unknown as PushSubscription | null;
      PushManager.prototype.subscribe = async (options) => {
        localStorage.setItem(KEPT, String(options?.applicationServerKey));
        return subscribed() as unknown as PushSubscription;
      };
      const asked = { count: 0 };
      Object.assign(window, { askedForPermission: asked });
      const { requestPermission } = Notification;
      Notification.requestPermission = async () => {
        asked.count++;
        return allowed ? requestPermission.call(Notification) : 'denied';
      };
      if (!allowed) Object.defineProperty(Notification, 'permission', { get: () => (asked.count > 0 ? 'denied' : 'default') });
    },
    { subscription, isAllowed },
  );
}

/** How often a page asked for permission since it was opened. */
export function timesAsked(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { askedForPermission: { count: number } }).askedForPermission.count);
}

/** Waits until the push service got one more push than `before`. */
export async function arrived({ deliveries }: PushBrowser, before = 0): Promise<Delivery> {
  await expect.poll(() => deliveries.length, { timeout: APPEARS_MS }).toBeGreaterThan(before);
  return deliveries[before] as Delivery;
}

/** Gives a push to the worker until a notification has this title and, if given, this text. */
export type Deliver = (delivery: Delivery, shows?: { title?: unknown; body?: unknown }) => Promise<void>;

/**
 * Opens the way by which the browser's push service would wake a worker. `page` is any page of the site, and can leave it later. Chromium
 * without a screen drops some notifications, so a push is repeated: a worker ignores what it has already shown.
 */
export async function openDelivery(page: Page, place: ServiceWorkerPlace): Promise<Deliver> {
  const tools = await page.context().newCDPSession(page);
  const { origin } = new URL(emulators().hosting ?? '');
  const ids = new Map<string, string>();
  tools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
    for (const { registrationId, scopeURL, isDeleted } of registrations) {
      if (isDeleted) ids.delete(scopeURL);
      else ids.set(scopeURL, registrationId);
    }
  });
  await tools.send('ServiceWorker.enable');
  return async ({ payload }, { title, body } = payload) => {
    await expect.poll(() => ids.get(origin + place.scope), { timeout: APPEARS_MS }).toBeDefined();
    const worker = await workerOf(page.context(), place);
    const deliverOnce = async () => {
      const registrationId = ids.get(origin + place.scope) ?? '';
      await tools.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data: JSON.stringify(payload) });
      await sleep(SHOWN_MS);
      return (await shownBy(worker)).some((shown) => shown.title === title && (body === undefined || shown.body === body));
    };
    await expect.poll(deliverOnce, { timeout: APPEARS_MS }).toBe(true);
  };
}

export interface ShownNotification {
  title: string;
  body: string;
  tag: string;
}

/** A worker, which runs without any page. */
export async function workerOf(context: BrowserContext, { script }: ServiceWorkerPlace): Promise<Worker> {
  const find = () => context.serviceWorkers().find((worker) => new URL(worker.url()).pathname === script);
  await expect.poll(() => find() !== undefined, { timeout: APPEARS_MS }).toBe(true);
  return find() as Worker;
}

export function shownBy(worker: Worker): Promise<ShownNotification[]> {
  return worker.evaluate(async () => {
    const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration };
    return (await registration.getNotifications()).map(({ title, body, tag }) => ({ title, body, tag }));
  });
}

export interface Click {
  tag: string;
  action?: string;
  reply?: string;
}

/**
 * Clicks a notification as a person does, which no tool can: the worker gets the same event. Without a person's click it may neither open
 * nor focus a window, so this returns the addresses of those that it wanted to.
 */
export function click(worker: Worker, { tag, action = '', reply = '' }: Click): Promise<{ opened: string[]; focused: string[] }> {
  return worker.evaluate(`(${CLICK})(${JSON.stringify({ tag, action, reply: reply || null })})`);
}

/** As a text: this program has the types of pages, not of workers. */
const CLICK = `async ({ tag, action, reply }) => {
  const done = { opened: [], focused: [] };
  self.clients.openWindow = async (url) => {
    done.opened.push(url);
    return null;
  };
  WindowClient.prototype.focus = async function () {
    done.focused.push(this.url);
    return this;
  };
  const [notification] = await self.registration.getNotifications({ tag });
  if (!notification) throw new Error('There is no such notification.');
  const work = [];
  const event = new NotificationEvent('notificationclick', { notification, action, reply });
  event.waitUntil = (promise) => work.push(promise);
  self.dispatchEvent(event);
  await Promise.all(work);
  return done;
}`;
