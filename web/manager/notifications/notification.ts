import type { ManagerPush } from '@foyer/domain/manager-push';
import { BADGE, ICON } from '../../lib/notification-images.ts';

type MessagePush = Extract<ManagerPush, { kind: 'message' }>;
type ShownPush = Exclude<ManagerPush, { kind: 'read' }>;

/** A notification as this worker shows it: its push is its data. */
export type Shown = Pick<Notification, 'data' | 'close'>;

/** `renotify`, `badge` and inputs in actions are missing from TypeScript's types. */
export interface Options extends NotificationOptions {
  renotify?: boolean;
  actions?: readonly { action: string; title: string; type?: 'text'; placeholder?: string }[];
}

export const REPLY = 'reply';

/** The tag of a push: a conversation has one notification, which each newer message replaces. */
export function tagOf(push: ManagerPush): string {
  return push.kind === 'test' ? 'test' : push.conversationId;
}

/**
 * What to show for a push, given what is shown of its conversation. Pushes can arrive twice and in any order. An older one shows the newer
 * again, silently: a browser expects every push to show something.
 */
export function notificationFor(push: ShownPush, shown: readonly Shown[]): { title: string; options: Options } {
  const newest = push.kind === 'message' ? newestOf(push, shown) : push;
  const isNew = newest === push;
  const { title, body, language, direction } = newest;
  return {
    title,
    options: {
      body,
      lang: language,
      dir: direction,
      tag: tagOf(newest),
      icon: ICON,
      badge: BADGE,
      data: newest,
      // Replaces what is there, with a sound again only for a new message.
      renotify: isNew,
      silent: !isNew,
      ...(newest.kind === 'message' && {
        actions: [{ action: REPLY, title: newest.reply, type: 'text', placeholder: newest.placeholder }],
      }),
    },
  };
}

/** Notifications that a read conversation no longer needs: of messages up to the one that was read. */
export function outdatedBy(push: Extract<ManagerPush, { kind: 'read' }>, shown: readonly Shown[]): Shown[] {
  return shown.filter(({ data }) => (pushOf(data)?.at ?? 0) <= push.at);
}

/** The unread messages of all shown notifications, for the app's badge. */
export function unreadIn(shown: readonly Shown[]): number {
  return shown.reduce((sum, { data }) => sum + (pushOf(data)?.unread ?? 0), 0);
}

function newestOf(push: MessagePush, shown: readonly Shown[]): MessagePush {
  return shown.reduce((newest, { data }) => {
    const other = pushOf(data);
    return other && other.at >= newest.at ? other : newest;
  }, push);
}

function pushOf(data: unknown): MessagePush | null {
  const push = data as Partial<ManagerPush> | null;
  return push?.kind === 'message' ? (push as MessagePush) : null;
}
