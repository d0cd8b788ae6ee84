import { isIP } from 'node:net';
import type { Asked } from './route.ts';

/** Where a request comes from, as far as it can be believed: who shares an address is limited together. Never stored, never logged. */
export interface Network {
  /** One household or office: an IPv4 address, or an IPv6 /64. */
  narrow: string;
  /** Its neighbourhood: a /24 or a /48, which one person can rent. */
  wide: string;
}

/**
 * The one place that says which address is the client's. Each proxy appends the address that it was called from to `X-Forwarded-For`, so
 * the entries from the right are ours and those on the left are the caller's own claim. `trustedProxies` of them stand between the caller
 * and this function. `null` when the site runs without addresses (on the emulators, which send none).
 */
export function networkOf(context: Asked): Network | null {
  const { trustedProxies } = context.var.cloud.config;
  if (trustedProxies === null) return null;
  const hops = (context.req.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  return networkAt(hops[Math.max(0, hops.length - 1 - trustedProxies)] ?? '');
}

/** The networks of an address. What is no address shares one network: it gains nothing by being odd. */
export function networkAt(address: string): Network {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIP(plain) === 4) return { narrow: plain, wide: plain.replace(/\.\d+$/, '.0/24') };
  if (isIP(plain) !== 6) return { narrow: 'unknown', wide: 'unknown' };
  const groups = groupsOf(plain);
  return { narrow: `${groups.slice(0, 4).join(':')}::/64`, wide: `${groups.slice(0, 3).join(':')}::/48` };
}

/** The eight groups of an IPv6 address, as `URL` writes them (RFC 5952), with the zeros that it leaves out. */
function groupsOf(address: string): string[] {
  const [before = '', after] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const head = before.split(':').filter(Boolean);
  const tail = (after ?? '').split(':').filter(Boolean);
  return [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail];
}
