import { noteUse, removeDevices } from '../../devices/stored-devices.ts';
import { prepareForAll } from '../../push/send-to-all.ts';
import { type Subscriber, Unreached } from '../subscriber.ts';
import { notificationOf } from './notification.ts';
import { isNews, isReachable } from './plan.ts';

/** Notifies the manager's browsers of a visitor's message. */
export const pushToManager: Subscriber = {
  name: 'push-to-manager',

  async prepare(post, event, facts, only) {
    const sender = await post.push();
    const reach = sender && (await facts.managerReach());
    if (!reach || !isReachable(event, reach, post.now())) return null;
    const devices = new Map([...reach.devices].filter(([id]) => only?.has(id) ?? true));
    if (devices.size === 0) return null;
    const conversation = await facts.conversation();
    if (!isNews(event, conversation)) return null;
    const send = prepareForAll(sender, devices, (device) => notificationOf(event.conversationId, conversation, reach.settings, device));
    return {
      async carryOut() {
        const { reached, gone, failed, cause, retryAfterMs } = await send();
        await removeDevices(post, event.managerId, gone);
        await noteUse(post, event.managerId, devices, reached);
        if (failed.length > 0) throw new Unreached(failed, cause, retryAfterMs);
      },
    };
  },
};
