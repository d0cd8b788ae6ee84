import type { ManagerPush } from '@foyer/domain/manager-push';
import type { Cloud } from '../cloud.ts';
import type { StoredConversation } from '../db.ts';
import { canBeSilent } from '../push/push-hosts.ts';
import { prepareForAll } from '../push/send-to-all.ts';
import { devicesOf, removeDevices } from './stored-devices.ts';

/** The other devices should no longer show it soon; later, the conversation itself shows there that it was read. */
const TTL_SECONDS = 3600;

/**
 * Removes a conversation's notifications from the manager's devices, except one. Sends nothing if nothing was told of its last message, and
 * doesn't repeat what fails: at worst a notification stays. At most three reads.
 */
export async function withdrawNotifications(cloud: Cloud, managerId: string, conversationId: string, except?: string): Promise<void> {
  const find = async () => (await (await cloud.tables()).conversation(managerId, conversationId).get()).data()?.lastMessage;
  await (await prepareWithdrawal(cloud, managerId, conversationId, find, except))?.();
}

/** The reads of `withdrawNotifications`. Returns the function that sends, or `null` if there is nothing to withdraw. */
export async function prepareWithdrawal(
  cloud: Cloud,
  managerId: string,
  conversationId: string,
  findLast: () => Promise<StoredConversation['lastMessage'] | undefined>,
  except?: string,
): Promise<(() => Promise<void>) | null> {
  const push = await cloud.push();
  if (!push) return null;
  const devices = await devicesOf(cloud, managerId);
  const others = new Map([...devices].filter(([id, { endpoint }]) => id !== except && canBeSilent(endpoint)));
  if (others.size === 0) return null;
  const last = await findLast();
  if (!last || !(await (await cloud.tables()).alert(conversationId, last.id).get()).exists) return null;
  const payload: ManagerPush = { kind: 'read', conversationId, at: last.at.toMillis() };
  const send = prepareForAll(push, others, () => ({ payload, topic: conversationId, ttlSeconds: TTL_SECONDS, urgency: 'low' }));
  return async () => removeDevices(cloud, managerId, (await send()).gone);
}
