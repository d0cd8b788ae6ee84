import type { VisitorPushPayload } from '@foyer/domain/visitor-push-payload';
import { BADGE, ICON } from '../../lib/notification-images.ts';

/**
 * Shows a visitor's notifications, and does nothing else. Its scope is a folder without pages, so it controls none of them: it can't delay
 * a page or serve an old one, and it lives next to the dashboard's worker.
 */
declare const self: ServiceWorkerGlobalScope;

type Shown = Pick<VisitorPushPayload, 'slug' | 'sentAtMs'>;

self.addEventListener('push', (event) => {
  if (event.data) event.waitUntil(show(event.data.json()));
});

self.addEventListener('notificationclick', (event) => {
  const { notification } = event;
  notification.close();
  event.waitUntil(openPage(notification.data));
});

/** One notification for each conversation. A repeated or late push changes nothing. */
async function show({ title, language, direction, tag, slug, sentAtMs }: VisitorPushPayload): Promise<void> {
  const [before] = await self.registration.getNotifications({ tag });
  if (before && (before.data as Shown).sentAtMs >= sentAtMs) return;
  const data: Shown = { slug, sentAtMs };
  await self.registration.showNotification(title, { lang: language, dir: direction, tag, data, icon: ICON, badge: BADGE });
}

/** The page resumes the conversation with its cookie. */
async function openPage({ slug }: Shown): Promise<void> {
  const path = `/${slug}`;
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const open = pages.find(({ url }) => new URL(url).pathname === path);
  await (open ? open.focus() : self.clients.openWindow(path));
}
