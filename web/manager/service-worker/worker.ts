import { clientsClaim } from 'workbox-core';
import type { ToWorker } from '../offline/to-worker.ts';
import { keepLanguage, openOffline } from './open-offline.ts';
import { listenForPushes } from './push.ts';

declare const self: ServiceWorkerGlobalScope;

openOffline(self);
listenForPushes(self);
clientsClaim();

self.addEventListener('message', (event) => {
  const message = event.data as ToWorker;
  if (message.type === 'LANGUAGE') event.waitUntil(keepLanguage(message.language));
  if (message.type === 'CLAIM') event.waitUntil(self.clients.claim());
  if (message.type === 'SKIP_WAITING') self.skipWaiting();
});
