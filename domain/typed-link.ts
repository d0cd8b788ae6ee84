import { LINK_MAX } from './limits.ts';
import { WORDS_MAX } from './profile-parts.ts';
import { placeOf, safeLink } from './safe-link.ts';
import { parseUrl } from './url.ts';

/** What no address has in it, and pasting brings along: spaces at the ends, brackets, quotation marks, letters without a width. */
const AROUND = /^[\s<"'“”„«»]+|[\s>"'“”„«».,;]+$/g;
const WITHOUT_WIDTH = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g;

/** `http:`, `https//`, `https;//`, also twice, as when an address is pasted behind `https://`. */
const WEB_SCHEME = /^(?:https?(?::|;?(?=\/\/))\/{0,2})+/i;
/** A scheme, and no host with its port. */
const SCHEME = /^[a-z][a-z0-9+.-]*:(?!\d{1,5}(?:[/?#]|$))/i;

const MAIL = /^(?:mailto:\s*)?([^\s@/:,;?]+@[^\s@/:,;?]+\.[^\s@/:,;?.]{2,})$/i;

/** A host with a dot, ending in letters: no machine of one's own network, and no number. */
const HOST = /^(?:[a-z0-9_-]+\.)+[a-z][a-z0-9-]*[a-z0-9]\.?$/;

/**
 * The link that a person means by `instagram.com/name`, `name@example.com` or `http://example.org`: what `safeLink` makes of it
 * with its scheme put right. What cannot be completed without guessing comes back as it was typed, and `linkFault` says what is wrong.
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
  // A server that speaks http on another port does not speak https there.
  if (/^http:/i.test(scheme) && url.host !== url.hostname) return null;
  return safeLink(url.href.replace(`//${url.hostname}`, `//${url.hostname.replace(/\.$/, '')}`));
}

/** The origin of a site as people type it, such as `https://example.org`; unchanged if it is none. */
export function completeOrigin(typed: string): string {
  const url = parseUrl(completeLink(typed));
  return url?.protocol === 'https:' ? `https://${url.host}` : typed;
}

/** Sites that people know by name. Addresses below these hosts are theirs, too. */
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

/** What a link is called where nobody has named it: the site, `Email`, or the host. Empty for what is no link. */
export function labelOf(link: string): string {
  const url = parseUrl(link);
  if (url === null || safeLink(link) === null) return '';
  if (url.protocol === 'mailto:') return 'Email';
  const labels = url.host.split('.');
  const site = labels.map((_, index) => SITES[labels.slice(index).join('.')]).find((name) => name !== undefined);
  const place = site ?? placeOf(link);
  return place.length > WORDS_MAX.label ? `${place.slice(0, WORDS_MAX.label - 1)}…` : place;
}
