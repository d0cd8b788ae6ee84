import type { PushSubscription } from './device.ts';
import type { Language } from './languages.ts';

/** How a visitor asked to be told of replies. Only the server reads it. `T` is the store's type of time. */
export interface ReachDocument<T> {
  /** The visitor's browsers that get a push, by the ids that they made. All their sessions are open: ending one removes its push. */
  pushes?: Record<string, VisitorPush>;
  /** Present once the owner of the address has confirmed it, until the visitor stops mails. */
  mail?: MailReach<T>;
}

/** A confirmed address and the state of its mails. */
export interface MailReach<T> {
  /** Encrypted, with a key outside the database. */
  address: string;
  /** Random, of the request that was confirmed: links of earlier requests have no effect. */
  requestId: string;
  language: Language;
  confirmedAt: T;
  /** The last mail. There is no other before the visitor was here again. */
  mailedAt: T | null;
  /** How often sending the current mail failed. */
  attempts: number;
  /** No run sends before this: a run is sending, or the last attempt failed. */
  notBefore: T | null;
}

/** One of the visitor's browsers. */
export interface VisitorPush extends PushSubscription {
  /** The session that asked. */
  sessionId: string;
  /** Of the notification's text. */
  language: Language;
  /** When the browser last asked, in ms since 1970. */
  askedAtMs: number;
}

/** Changes of stored pushes by their ids; `null` removes one. */
export type PushChanges = Record<string, VisitorPush | null>;

/** More would only serve someone who wants to make the site send many requests. */
export const PUSHES_MAX = 3;

/** Adds or replaces a browser's push. Beyond the maximum the one that asked longest ago is removed, and so is another with the same endpoint. */
export function addedPush(pushes: Readonly<Record<string, VisitorPush>>, id: string, push: VisitorPush): PushChanges {
  const others = Object.entries(pushes).filter(([otherId]) => otherId !== id);
  const isSame = ([, { endpoint }]: [string, VisitorPush]) => endpoint === push.endpoint;
  const surplus = others
    .filter((other) => !isSame(other))
    .sort(([, one], [, other]) => other.askedAtMs - one.askedAtMs)
    .slice(PUSHES_MAX - 1);
  return { ...Object.fromEntries([...others.filter(isSame), ...surplus].map(([otherId]) => [otherId, null])), [id]: push };
}

/** Removes the pushes of ended sessions. The push of a session that goes on under a new id moves with it. */
export function pushesAfter(
  pushes: Readonly<Record<string, VisitorPush>>,
  isEnded: (sessionId: string) => boolean,
  renewed?: { from: string; to: string },
): PushChanges {
  const changes: PushChanges = {};
  for (const [id, push] of Object.entries(pushes)) {
    if (renewed && push.sessionId === renewed.from) changes[id] = { ...push, sessionId: renewed.to };
    else if (isEnded(push.sessionId)) changes[id] = null;
  }
  return changes;
}
