import type { ManagerPush } from '@foyer/domain/manager-push';
import { notificationFor, outdatedBy, REPLY, tagOf, unreadIn } from '../notifications/notification.ts';
import { openConversation } from './open-conversation.ts';

/** Shows, replaces and withdraws notifications of new messages, and opens the conversation of one that is clicked. */
export function listenForPushes(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('push', (event) => {
    const push = event.data?.json() as ManagerPush | undefined;
    if (push) event.waitUntil(receive(worker, push));
  });
  worker.addEventListener('notificationclick', (event) => {
    event.notification.close();
    event.waitUntil(Promise.all([click(worker, event), badge(worker)]));
  });
  worker.addEventListener('notificationclose', (event) => event.waitUntil(badge(worker)));
}

async function receive(worker: ServiceWorkerGlobalScope, push: ManagerPush): Promise<void> {
  const { registration } = worker;
  const shown = await registration.getNotifications({ tag: tagOf(push) });
  if (push.kind === 'read') for (const outdated of outdatedBy(push, shown)) outdated.close();
  else {
    const { title, options } = notificationFor(push, shown);
    await registration.showNotification(title, options as NotificationOptions);
  }
  await badge(worker);
}

async function click(worker: ServiceWorkerGlobalScope, event: NotificationEvent): Promise<void> {
  const push = event.notification.data as ManagerPush;
  // Only browsers with a field in the notification have it.
  const { reply } = event as { reply?: string | null };
  const written = event.action === REPLY ? (reply ?? '').trim() : '';
  await openConversation(worker, push.kind === 'test' ? null : push.conversationId, written || null);
}

/** Only an installed app has a badge. */
async function badge({ navigator, registration }: ServiceWorkerGlobalScope): Promise<void> {
  if (!('setAppBadge' in navigator)) return;
  await navigator.setAppBadge(unreadIn(await registration.getNotifications())).catch(() => {});
}
