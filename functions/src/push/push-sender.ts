import type { PushSubscription } from '@foyer/domain/device';

export interface Push {
  /** What the service worker gets, encrypted. At most 2 kB as JSON. */
  payload: object;
  /** Up to 32 symbols of base64url: a push service keeps only the newest undelivered push of a topic. */
  topic: string;
  /** For how long a push service keeps it for a browser that is off. */
  ttlSeconds: number;
  /** Default: `high`, which wakes a sleeping phone. */
  urgency?: 'low' | 'high';
}

/** The service answered with an error. */
export class PushRefused extends Error {
  override readonly name = 'PushRefused';
  /** Its HTTP status. */
  readonly code: number;
  /** How long it wants us to wait before a retry; 0 if it said nothing. */
  readonly retryAfterMs: number;

  constructor(code: number, retryAfterMs = 0) {
    super();
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

export interface PushSender {
  /** The key that browsers subscribe with. */
  publicKey: string;
  /** Whether a subscription is one of a browser's push service, with keys that can be used. Nothing is sent to any other. */
  accepts(subscription: PushSubscription): boolean;
  /** Encrypts and signs a push, and sends nothing: this can be done before it is known whether to send. */
  prepare(subscription: PushSubscription, push: Push): Promise<ReadyPush>;
}

/**
 * Sends it. `gone`: the browser no longer wants pushes, so its subscription can be removed. Throws if the service failed, for a later retry.
 */
export type ReadyPush = () => Promise<'sent' | 'gone'>;
