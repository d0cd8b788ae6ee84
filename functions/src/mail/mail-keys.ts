import { createHmac, hkdfSync } from 'node:crypto';

type Purpose = 'address' | 'link' | 'limit';

/** Each purpose has its own key, made from `ADDRESS_KEY` (RFC 5869). */
export function keyFor(purpose: Purpose, secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `foyer:mail:${purpose}`, 32));
}

/** For limits: the same for all spellings that reach one mailbox at most providers. The address can't be found out without the key. */
export function addressHash(secret: string, address: string): string {
  return createHmac('sha256', keyFor('limit', secret)).update(mailboxOf(address)).digest('hex').slice(0, 32);
}

/** In lower case, without `+tag`, and without the dots that Gmail ignores. */
export function mailboxOf(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1).toLowerCase();
  const local = address
    .slice(0, at)
    .toLowerCase()
    .replace(/(?<=.)\+.*/, '');
  return ['gmail.com', 'googlemail.com'].includes(domain) ? `${local.replaceAll('.', '')}@gmail.com` : `${local}@${domain}`;
}
