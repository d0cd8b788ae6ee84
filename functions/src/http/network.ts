import { isIP } from 'node:net';
import { logs } from '../logs.ts';
import type { Asked } from './route.ts';
import { isTrustedProxy, plainAddress } from './trusted-proxies.ts';

/** Where a request comes from, as far as it can be believed: people who share an address are limited together. Never stored or logged. */
export interface Network {
  /** One household or office: an IPv4 address, or an IPv6 /64. */
  narrow: string;
  /** Its neighbourhood: a /24 or a /48, which one person can rent. */
  wide: string;
}

/** Hops that are looked at from the right. More proxies in a row than this are not a site's own. */
const HOPS_MAX = 8;

/**
 * The one place that says which address is the client's. Each proxy appends the address that called it to `X-Forwarded-For`, and Google
 * appends the last one itself. So that one is true, and the one to its left is true if the last one is a proxy that can be believed, and
 * so on: the first address from the right that is no trusted proxy is the client's. A call at the function's own address, past Hosting,
 * therefore counts for the address that it comes from, whatever it claims. `null` when the site runs without addresses (on the emulators,
 * which send none).
 */
export function networkOf(context: Asked): Network | null {
  const { trustedProxies } = context.var.cloud.config;
  if (trustedProxies === null) return null;
  const hops = (context.req.header('x-forwarded-for') ?? '')
    .split(',')
    .slice(-HOPS_MAX)
    .map((hop) => hop.trim());
  const last = hops.at(-1) ?? '';
  // A request that says it came through our own site, from a proxy that the list lacks, would make all visitors share that proxy's limits.
  if (!isTrustedProxy(trustedProxies, last) && cameThroughSite(context)) logs.proxyUnlisted();
  return networkAt(hops.findLast((hop) => !isTrustedProxy(trustedProxies, hop)) ?? hops[0] ?? '');
}

/** Whether a request names one of the site's hosts as the one that was asked. A caller can make that up: it is good for a log line only. */
function cameThroughSite(context: Asked): boolean {
  const host = context.req.header('x-forwarded-host');
  return host !== undefined && context.var.cloud.config.origins.some((origin) => new URL(origin).host === host);
}

/** The networks of an address. What is not an address shares one network. */
export function networkAt(address: string): Network {
  const plain = plainAddress(address);
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
