import type { Fault } from './fault.ts';
import { LINK_MAX } from './limits.ts';
import { decoded, type ParsedUrl, parseUrl } from './url.ts';

/** The address of a mail link: no slash, no second address, nothing hidden. */
const MAIL = /^[^\s@/,;]+@[^\s@/,;]+$/;

/** Parameters of a mail link that add recipients without showing them. */
const RECIPIENTS = ['to', 'cc', 'bcc'];

/**
 * The canonical address of a link that visitors can follow, or `null`: `https:` with a host and no user name (which reads like another
 * host), or `mailto:` with one address. If encoding makes it longer than a link may be, it stays as typed.
 */
export function safeLink(typed: string): string | null {
  const url = parseUrl(typed);
  if (url === null || !isSafe(url)) return null;
  return url.href.length > LINK_MAX ? typed : url.href;
}

export function linkFault(typed: string): Fault | null {
  if (safeLink(typed) !== null) return null;
  const scheme = parseUrl(typed)?.protocol;
  if (scheme === 'https:') return { code: 'link-with-password' };
  if (scheme === 'mailto:') return { code: 'link-recipients' };
  if (scheme === 'http:') return { code: 'link-not-secure' };
  return { code: 'link-format' };
}

/** Whether two addresses are the same link in different spellings. */
export function isSameLink(one: string, other: string): boolean {
  return (safeLink(one) ?? one) === (safeLink(other) ?? other);
}

/** Where a link leads, for people: the host with its port, or the email address. Empty if invalid. */
export function placeOf(link: string): string {
  const url = parseUrl(link);
  if (url === null) return '';
  return url.protocol === 'mailto:' ? decoded(url.pathname) : url.host.replace(/^www\.(?=.+\.)/, '');
}

function isSafe(url: ParsedUrl): boolean {
  if (url.protocol === 'https:') return url.host !== '' && url.username === '' && url.password === '';
  return url.protocol === 'mailto:' && MAIL.test(decoded(url.pathname)) && !RECIPIENTS.some((name) => url.searchParams.has(name));
}
