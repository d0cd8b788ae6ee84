import type { withdrawEndpoint } from '@foyer/domain/device-schema';
import { call } from '../../lib/api.ts';
import type { Proof } from '../auth/proof.ts';
import type { Conversation } from '../conversations/conversation.ts';
import type { Store } from '../firebase/store.ts';
import { dashboardWorker } from '../offline/worker.ts';
import { devicesNow } from './devices.ts';
import { here } from './this-device.ts';

/** A message that is read sooner was read as it came: no device was told, because this dashboard is in front. */
const LIVE_MS = 10_000;
/** How long it is known whether there are devices to tell. */
const KNOWN_MS = 10 * 60_000;

let known: { at: number; ids: Promise<string[]> } | null = null;

/** Withdraws the notification of a conversation that was read here, from this browser and the others. What fails stays there: no harm. */
export async function withdrawElsewhere(store: Store, proof: Proof, { id, lastMessage }: Conversation): Promise<void> {
  for (const shown of (await (await dashboardWorker())?.getNotifications({ tag: id })) ?? []) shown.close();
  if (Date.now() - lastMessage.atMs < LIVE_MS) return;
  const { deviceId } = here.peek();
  if ((await devicesOf(store)).every((one) => one === deviceId)) return;
  const input = { params: { conversationId: id }, query: deviceId === null ? {} : { except: deviceId } };
  await call<typeof withdrawEndpoint>('DELETE', '/api/managers/me/notifications/{conversationId}', input, await proof());
}

function devicesOf(store: Store): Promise<string[]> {
  if (known && Date.now() - known.at < KNOWN_MS) return known.ids;
  known = { at: Date.now(), ids: devicesNow(store).then((devices) => devices.map(({ id }) => id)) };
  return known.ids;
}
