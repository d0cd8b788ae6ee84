import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { keyFor } from './mail-keys.ts';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts an address for one conversation (AES-256-GCM). Two seals of one address differ. */
export function sealAddress([secret = '']: readonly string[], conversationId: string, address: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyFor('address', secret), iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(conversationId));
  const sealed = Buffer.concat([cipher.update(address, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** `null` if no key opens it: it was sealed for another conversation, or with a key that was removed. */
export function openAddress(secrets: readonly string[], conversationId: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  const [iv, tag] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)];
  if (tag.length < TAG_BYTES) return null;
  for (const secret of secrets) {
    try {
      const cipher = createDecipheriv(CIPHER, keyFor('address', secret), iv, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(conversationId));
      cipher.setAuthTag(tag);
      return Buffer.concat([cipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), cipher.final()]).toString('utf8');
    } catch {
      // The next key may open it.
    }
  }
  return null;
}

/** Enough to recognise one's own address: `m…@example.org`. */
export function shortened(address: string): string {
  return `${[...address][0] ?? ''}…${address.slice(address.lastIndexOf('@'))}`;
}
