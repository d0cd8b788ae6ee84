import { ECDH } from 'node:crypto';
import { encryptNotification, type PushSubscription as Target, vapidHeaders } from '@block65/webcrypto-web-push';
import { LRUCache } from 'lru-cache';
import type { PushConfig } from '../config.ts';
import { askPublic } from '../outside/ask-public.ts';
import type { Answered, Outside, Post } from '../outside/fetch-page.ts';
import { loopbackAt, pushServiceAt } from './push-hosts.ts';
import { PushRefused, type PushSender } from './push-sender.ts';
import { retryAfterMs } from './retry-after.ts';
import type { VapidKey } from './vapid-key.ts';

const PATIENCE_MS = 5000;

/** A signature is valid for 12 hours; push services advise to use it again (RFC 8292, 2). One for each push service and hour. */
const SIGNATURE_MS = 3600_000;
const SIGNATURES_MAX = 100;

/** As much of an answer as is read, so that its connection can be used again. */
const ANSWER_MAX = 4096;

/** Sends to browsers' push services. Nothing of an answer matters but its status and `Retry-After`, so an endless or slow one is cut off. */
export function createPushSender(key: VapidKey, { subject, isLoopbackOnly }: PushConfig, internet: Outside, loopback: Outside): PushSender {
  const addressOf = isLoopbackOnly ? loopbackAt : pushServiceAt;

  const signatures = new LRUCache<string, Record<string, string>>({ max: SIGNATURES_MAX });

  async function signatureFor(target: Target): Promise<Record<string, string>> {
    const used = `${new URL(target.endpoint).origin} ${Math.floor(Date.now() / SIGNATURE_MS)}`;
    const headers = signatures.get(used) ?? (await vapidHeaders(target, { subject, ...key })).headers;
    signatures.set(used, headers);
    return headers;
  }

  async function post(url: URL, sent: Post): Promise<Answered> {
    const done = new AbortController();
    const signal = AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), done.signal]);
    try {
      const answered = await (isLoopbackOnly ? loopback.ask(url, '127.0.0.1', signal, sent) : askPublic(internet, url, signal, sent));
      await skipBody(answered);
      return answered;
    } finally {
      done.abort();
    }
  }

  return {
    publicKey: key.publicKey,
    accepts: ({ endpoint, p256dh }) => addressOf(endpoint) !== null && isPoint(p256dh),

    async prepare(subscription, { payload, topic, ttlSeconds, urgency = 'high' }) {
      const { endpoint } = subscription;
      const url = addressOf(endpoint);
      if (url === null) throw new PushRefused(0);
      // Also for a loopback service: the signature names the service by an https address.
      const target = { endpoint: endpoint.replace(/^http:/, 'https:'), expirationTime: null, keys: subscription };
      const [signature, body] = await Promise.all([
        signatureFor(target),
        encryptNotification(target, new TextEncoder().encode(JSON.stringify(payload))),
      ]);
      const headers = {
        ttl: `${ttlSeconds}`,
        topic,
        urgency,
        ...signature,
        'content-encoding': 'aes128gcm',
        'content-type': 'application/octet-stream',
        'content-length': `${body.length}`,
      };
      return async () => {
        const { status, headers: answers } = await post(url, { headers, body });
        if (status === 404 || status === 410) return 'gone';
        if (status < 200 || status > 299) throw new PushRefused(status, retryAfterMs(answers['retry-after'], Date.now()));
        return 'sent';
      };
    },
  };
}

/** An answer that breaks off was an answer. */
async function skipBody({ body }: Answered): Promise<void> {
  let length = 0;
  try {
    for await (const part of body) {
      length += part.byteLength;
      if (length > ANSWER_MAX) break;
    }
  } catch {}
}

/** Whether a key is a point of P-256: any other fails whenever it is used. */
function isPoint(p256dh: string): boolean {
  try {
    return ECDH.convertKey(p256dh, 'prime256v1', 'base64url').length > 0;
  } catch {
    return false;
  }
}
