import { createECDH } from 'node:crypto';

/** The pair that signs pushes (VAPID, RFC 8292), in base64url. */
export interface VapidKey {
  privateKey: string;
  publicKey: string;
}

/** Derives the public key. `null` if the text is not a private key of P-256, in hex or base64url. */
export function parseVapidKey(text: string): VapidKey | null {
  const encoding = /^[0-9a-f]{64}$/i.test(text) ? 'hex' : /^[\w-]{43}$/.test(text) ? 'base64url' : null;
  if (encoding === null) return null;
  const pair = createECDH('prime256v1');
  try {
    pair.setPrivateKey(text, encoding);
  } catch {
    return null;
  }
  return { privateKey: Buffer.from(text, encoding).toString('base64url'), publicKey: pair.getPublicKey('base64url') };
}
