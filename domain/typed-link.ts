import { LINK_MAX } from './limits.ts';
import { WORDS_MAX } from './profile-parts.ts';
import { placeOf, safeLink } from './safe-link.ts';
import { parseUrl } from './url.ts';

/** Characters that pasting adds and no address contains: spaces at the ends, brackets, quotation marks, zero-width characters. */
const AROUND = /^[\s<"'“”„«»]+|[\s>"'“”„«».,;]+$/g;
const WITHOUT_WIDTH = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g;

/** `http:`, `https//`, `https;//`, even twice, as when an address is pasted after `https://`. */
const WEB_SCHEME = /^(?:https?(?::|;?(?=\/\/))\/{0,2})+/i;
/** A scheme, but not a host with its port. */
const SCHEME = /^[a-z][a-z0-9+.-]*:(?!\d{1,5}(?:[/?#]|$))/i;

const MAIL = /^(?:mailto:\s*)?([^\s@/:,;?]+@[^\s@/:,;?]+\.[^\s@/:,;?.]{2,})$/i;

/** A host with a dot, ending in letters: not a machine of a local network, and not a number. */
const HOST = /^(?:[a-z0-9_-]+\.)+[a-z][a-z0-9-]*[a-z0-9]\.?$/;

/**
 * The link that a person means by `instagram.com/name`, `name@example.com` or `http://example.org`: the result of `safeLink` with the
 * scheme corrected. Returns text that cannot be completed without guessing unchanged, and `linkFault` explains it.
 */
export function completeLink(typed: string): string {
  if (typed.length > LINK_MAX) return typed;
  const clean = typed.replace(WITHOUT_WIDTH, '').replace(AROUND, '');
  if (clean === '') return '';
  const mail = MAIL.exec(clean)?.[1];
  const meant = mail === undefined ? webLink(clean) : safeLink(`mailto:${mail}`);
  const link = meant ?? safeLink(clean);
  return link === null || link.length > LINK_MAX ? typed : link;
}

function webLink(clean: string): string | null {
  const scheme = WEB_SCHEME.exec(clean)?.[0] ?? '';
  const rest = clean.slice(scheme.length).replace(/^\/+/, '');
  if (/\s/.test(rest) || SCHEME.test(rest)) return null;
  const url = parseUrl(`https://${rest}`);
  if (url === null || !HOST.test(url.hostname)) return null;
  // A server with http on another port does not speak https there.
  if (/^http:/i.test(scheme) && url.host !== url.hostname) return null;
  return safeLink(url.href.replace(`//${url.hostname}`, `//${url.hostname.replace(/\.$/, '')}`));
}

/** The origin of a site as people type it, such as `https://example.org`; unchanged if invalid. */
export function completeOrigin(typed: string): string {
  const url = parseUrl(completeLink(typed));
  return url?.protocol === 'https:' ? `https://${url.host}` : typed;
}

/** Well-known sites. Their subdomains belong to them too. */
const SITES: Readonly<Record<string, string>> = {
  'bandcamp.com': 'Bandcamp',
  'behance.net': 'Behance',
  'bsky.app': 'Bluesky',
  'dribbble.com': 'Dribbble',
  'etsy.com': 'Etsy',
  'facebook.com': 'Facebook',
  'github.com': 'GitHub',
  'gitlab.com': 'GitLab',
  'instagram.com': 'Instagram',
  'linkedin.com': 'LinkedIn',
  'mastodon.social': 'Mastodon',
  'medium.com': 'Medium',
  'patreon.com': 'Patreon',
  'pinterest.com': 'Pinterest',
  'soundcloud.com': 'SoundCloud',
  'spotify.com': 'Spotify',
  'substack.com': 'Substack',
  't.me': 'Telegram',
  'threads.com': 'Threads',
  'threads.net': 'Threads',
  'tiktok.com': 'TikTok',
  'twitter.com': 'X',
  'vimeo.com': 'Vimeo',
  'wa.me': 'WhatsApp',
  'x.com': 'X',
  'youtu.be': 'YouTube',
  'youtube.com': 'YouTube',
};

/** The default label of a link: the site, the host, or `email` for an email address. Empty for an invalid link. */
export function labelOf(link: string, email: string): string {
  const url = parseUrl(link);
  if (url === null || safeLink(link) === null) return '';
  if (url.protocol === 'mailto:') return email;
  const labels = url.host.split('.');
  const site = labels.map((_, index) => SITES[labels.slice(index).join('.')]).find((name) => name !== undefined);
  const place = site ?? placeOf(link);
  return place.length > WORDS_MAX.label ? `${place.slice(0, WORDS_MAX.label - 1)}…` : place;
}
