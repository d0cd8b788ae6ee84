import type { PushSubscription } from '@foyer/domain/device';
import { type Push, PushRefused, type PushSender } from './push-sender.ts';

/** What became of a push to several browsers, by their ids. */
export interface Sent {
  reached: string[];
  /** Browsers that no longer want pushes. */
  gone: string[];
  failed: string[];
  /** Why the first one failed. */
  cause: unknown;
  /** The longest wait that a service asked for before a retry; 0 if none did. */
  retryAfterMs: number;
}

/**
 * Begins to encrypt pushes, and returns the function that sends them to all browsers at the same time. One that fails stops no other. It
 * costs nothing but computing time if they are not sent after all.
 */
export function prepareForAll<S extends PushSubscription>(
  sender: PushSender,
  browsers: ReadonlyMap<string, S>,
  pushFor: (browser: S) => Push,
): () => Promise<Sent> {
  const prepared = [...browsers].map(([id, browser]) => {
    const ready = (async () => sender.prepare(browser, pushFor(browser)))();
    // An error matters only to those who send.
    ready.catch(() => {});
    return { id, ready };
  });
  return async () => {
    const sent: Sent = { reached: [], gone: [], failed: [], cause: undefined, retryAfterMs: 0 };
    await Promise.all(
      prepared.map(async ({ id, ready }) => {
        try {
          const send = await ready;
          ((await send()) === 'gone' ? sent.gone : sent.reached).push(id);
        } catch (cause) {
          sent.cause ??= cause;
          if (cause instanceof PushRefused) sent.retryAfterMs = Math.max(sent.retryAfterMs, cause.retryAfterMs);
          sent.failed.push(id);
        }
      }),
    );
    return sent;
  };
}
