import { isIP } from 'node:net';
import type { Site } from '../cloud.ts';
import { logs } from '../logs.ts';
import { isTrustedProxy, plainAddress } from './trusted-proxies.ts';

/** The origin of a request as far as it can be trusted: people who share an address share limits. Never stored or logged. */
export interface Network {
  /** One household or office: an IPv4 address, or an IPv6 /64. */
  narrow: string;
  /** The surrounding /24 or /48, which one person can rent. */
  wide: string;
}

interface Forwarded {
  req: { header(name: string): string | undefined };
  var: { cloud: Pick<Site, 'config'> };
}

/** Hops inspected from the right. A longer chain of proxies is not the site's own. */
const HOPS_MAX = 8;

/**
 * The client's address. Each proxy appends its caller's address to `X-Forwarded-For`, and Google appends the last entry. That entry is
 * true, the one before it is true if the last one is a trusted proxy, and so on: the client is the first address from the right that is no
 * trusted proxy. A call that bypasses Hosting thus counts for its real address, whatever it claims. `null` if the site runs without
 * addresses (on the emulators, which send none).
 */
export function networkOf(context: Forwarded): Network | null {
  const { trustedProxies } = context.var.cloud.config;
  if (trustedProxies === null) return null;
  const hops = (context.req.header('x-forwarded-for') ?? '')
    .split(',')
    .slice(-HOPS_MAX)
    .map((hop) => hop.trim());
  const last = hops.at(-1) ?? '';
  // If the list lacks a proxy of our own site, all visitors behind it share that proxy's limits.
  if (!isTrustedProxy(trustedProxies, last) && cameThroughSite(context)) logs.proxyUnlisted();
  return networkAt(hops.findLast((hop) => !isTrustedProxy(trustedProxies, hop)) ?? hops[0] ?? '');
}

/** Whether a request claims to have come through one of the site's hosts. A caller can forge it, so it only decides about a log line. */
function cameThroughSite(context: Forwarded): boolean {
  const host = context.req.header('x-forwarded-host');
  return host !== undefined && context.var.cloud.config.origins.some((origin) => new URL(origin).host === host);
}

/** All invalid addresses share one network. */
export function networkAt(address: string): Network {
  const plain = plainAddress(address);
  if (isIP(plain) === 4) return { narrow: plain, wide: plain.replace(/\.\d+$/, '.0/24') };
  if (isIP(plain) !== 6) return { narrow: 'unknown', wide: 'unknown' };
  const groups = groupsOf(plain);
  return { narrow: `${groups.slice(0, 4).join(':')}::/64`, wide: `${groups.slice(0, 3).join(':')}::/48` };
}

/** The eight groups of an IPv6 address, with the zeros that `URL` omits (RFC 5952). */
function groupsOf(address: string): string[] {
  const [before = '', after] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const head = before.split(':').filter(Boolean);
  const tail = (after ?? '').split(':').filter(Boolean);
  return [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail];
}
