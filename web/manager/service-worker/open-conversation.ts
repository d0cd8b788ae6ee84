import { ASKED_MS, draftFragment, type FromWorker } from '../notifications/from-worker.ts';

/**
 * Opens a conversation in a dashboard that is open, without loading it again, or else in a new window. A reply is sent by an open dashboard,
 * which is signed in. Without one it becomes a draft in the new window: the worker has no sign-in, and a push that contained one would let
 * anyone with the notification write as the manager.
 */
export async function openConversation(
  worker: ServiceWorkerGlobalScope,
  conversationId: string | null,
  reply: string | null,
): Promise<void> {
  const dashboards = await openDashboards(worker);
  const [best] = [...dashboards].sort((one, other) => rankOf(other) - rankOf(one));
  if (best && conversationId === null) return focus(best);
  if (best && conversationId !== null) {
    // Focusing must follow the click directly; a reply is written without leaving what the person does.
    if (reply === null) await focus(best);
    if (await isDone(best, { conversationId, reply, askedAt: Date.now() })) return;
  }
  const address = conversationId === null ? '' : `c/${conversationId}${reply === null ? '' : draftFragment(reply)}`;
  await worker.clients.openWindow(new URL(address, worker.registration.scope).href);
}

async function openDashboards({ clients, registration }: ServiceWorkerGlobalScope): Promise<WindowClient[]> {
  const { origin, pathname } = new URL(registration.scope);
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  return windows.filter(({ url }) => {
    const address = new URL(url);
    return address.origin === origin && `${address.pathname}/`.startsWith(pathname);
  });
}

function rankOf({ focused, visibilityState }: WindowClient): number {
  return focused ? 2 : visibilityState === 'visible' ? 1 : 0;
}

/** Refused if the browser doesn't count the event as a person's click. */
async function focus(window: WindowClient): Promise<void> {
  await window.focus().catch(() => {});
}

/** Whether a dashboard did what it was asked. One that is signed out, frozen or still loading doesn't answer. */
function isDone(window: WindowClient, asked: FromWorker): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(true);
    setTimeout(() => resolve(false), ASKED_MS);
    window.postMessage(asked, [port2]);
  });
}
