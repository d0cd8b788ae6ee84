import { LINK_MAX } from './limits.ts';
import { decoded, type ParsedUrl, parseUrl } from './url.ts';

/** A mail address as it is read from a link: no slash, no second address, nothing hidden. */
const MAIL = /^[^\s@/,;]+@[^\s@/,;]+$/;

/** A further recipient in a link to a mail address, which nobody sees. */
const RECIPIENTS = ['to', 'cc', 'bcc'];

/**
 * The canonical address of a link that a visitor may follow from a page, or `null`: `https:` with a host and without a user name (which
 * reads like another host), or `mailto:` to one address. Where encoding makes it longer than a link may be, it stays as it was written.
 */
export function safeLink(typed: string): string | null {
  const url = parseUrl(typed);
  if (url === null || !isSafe(url)) return null;
  return url.href.length > LINK_MAX ? typed : url.href;
}

/** Why a link cannot be one, as a sentence, or `null`. */
export function linkFault(typed: string): string | null {
  if (safeLink(typed) !== null) return null;
  const scheme = parseUrl(typed)?.protocol;
  if (scheme === 'https:') return 'A link has no user name or password in it.';
  if (scheme === 'mailto:') return 'A mailto: link has one email address, and no other recipients.';
  if (scheme === 'http:') return 'Links have to use https://.';
  return 'Enter a web address or an email address.';
}

/** Whether two addresses are one link, however each of them was written. */
export function isSameLink(one: string, other: string): boolean {
  return (safeLink(one) ?? one) === (safeLink(other) ?? other);
}

/** Where a link leads, as people read it: the host with its port, or the mail address. Empty for what is no address. */
export function placeOf(link: string): string {
  const url = parseUrl(link);
  if (url === null) return '';
  return url.protocol === 'mailto:' ? decoded(url.pathname) : url.host.replace(/^www\.(?=.+\.)/, '');
}

function isSafe(url: ParsedUrl): boolean {
  if (url.protocol === 'https:') return url.host !== '' && url.username === '' && url.password === '';
  return url.protocol === 'mailto:' && MAIL.test(decoded(url.pathname)) && !RECIPIENTS.some((name) => url.searchParams.has(name));
}
