import type { Device, PushSubscription } from '@foyer/domain/device';
import type { Post } from '@foyer/functions/events/post';
import type { Push, PushSender } from '@foyer/functions/push/push-sender';
import { Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';

/** The subscription of a browser that no one has. */
export function somePush(endpoint = `https://fcm.googleapis.com/fcm/send/${nanoid()}`): PushSubscription {
  return {
    endpoint,
    p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  };
}

export interface SentPush extends Push {
  endpoint: string;
}

/** A push service in memory. */
export interface FakePushes {
  sender: PushSender;
  /** What browsers got, in order. */
  sent: SentPush[];
  /** What happens to pushes for an endpoint, instead of being sent. */
  outcomes: Map<string, 'gone' | Error>;
}

export function fakePushes(): FakePushes {
  const sent: SentPush[] = [];
  const outcomes: FakePushes['outcomes'] = new Map();
  const sender: PushSender = {
    publicKey: 'key',
    accepts: ({ endpoint }) => endpoint.startsWith('https://fcm.googleapis.com/'),
    prepare:
      async ({ endpoint }, push) =>
      async () => {
        const outcome = outcomes.get(endpoint) ?? 'sent';
        if (outcome instanceof Error) throw outcome;
        if (outcome === 'sent') sent.push({ endpoint, ...push });
        return outcome;
      },
  };
  return { sender, sent, outcomes };
}

/** Gives a manager browsers that get notifications. Their endpoints have these names. Returns their ids. */
export async function putDevices(
  post: Pick<Post, 'tables' | 'now'>,
  managerId: string,
  names: readonly string[],
  traits: Partial<Device<Timestamp>> = {},
): Promise<string[]> {
  const at = Timestamp.fromMillis(post.now());
  const devices = names.map(
    (name) => [nanoid(), { ...somePush(name), name, language: 'en', createdAt: at, usedAt: at, ...traits }] as const,
  );
  await (await post.tables()).devices(managerId).set({ devices: Object.fromEntries(devices) });
  return devices.map(([id]) => id);
}
