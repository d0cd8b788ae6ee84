import { setTimeout as sleep } from 'node:timers/promises';
import { isOpen } from '@foyer/domain/page-state';
import { isFromManager } from '@foyer/domain/participant';
import { FieldPath, FieldValue } from '@google-cloud/firestore';
import { isAccepted } from '../../db.ts';
import { prepareForAll } from '../../push/send-to-all.ts';
import type { MessageCreated } from '../event.ts';
import type { Post } from '../post.ts';
import { type Subscriber, Unreached } from '../subscriber.ts';
import { isShown, pushFor, waitMsFor } from './plan.ts';

/** Tells a visitor that the manager replied, in the browsers that asked for it. Tests pass their own `wait`. */
export function createPushToVisitor(wait: (ms: number) => Promise<unknown> = sleep): Subscriber {
  return {
    name: 'push-to-visitor',

    async prepare(post, event, facts, only) {
      if (!isFromManager(event.message)) return null;
      const sender = await post.push();
      if (!sender) return null;
      // Gone with the conversation, and without the pushes of sessions that have ended.
      const stored = Object.entries((await facts.visitorReach())?.pushes ?? {});
      const pushes = new Map(stored.filter(([id]) => only?.has(id) ?? true));
      if (pushes.size === 0) return null;
      await wait(waitMsFor(event, post.now()));
      if (isShown(event, await facts.visitorSeenAtMs())) return null;
      const manager = await facts.manager();
      if (!manager || !isOpen(manager)) return null;
      const send = prepareForAll(sender, pushes, (push) => pushFor(event, manager, push));
      return {
        async carryOut() {
          const { gone, failed, cause, retryAfterMs } = await send();
          await removePushes(post, event, gone);
          if (failed.length > 0) throw new Unreached(failed, cause, retryAfterMs);
        },
      };
    },
  };
}

/** Does nothing if the conversation was deleted since. */
async function removePushes(post: Post, { managerId, conversationId }: MessageCreated, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const reach = (await post.tables()).reach(managerId, conversationId);
  const [first, ...others] = ids.map((id) => new FieldPath('pushes', id));
  if (first) await isAccepted(reach.update(first, FieldValue.delete(), ...others.flatMap((field) => [field, FieldValue.delete()])));
}
