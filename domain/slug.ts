import { SLUG_MAX, SLUG_MIN } from './limits.ts';
import { plainLetters } from './plain-letters.ts';

/** Lower-case letters and digits in groups joined by single dashes. */
const SHAPE = /^[a-z0-9](?:-?[a-z0-9])+$/;

/** Names that the site needs, or that would pass for the host's own voice. Compared by skeleton, so `adm1n` is reserved too. */
const RESERVED = [
  'about',
  'abuse',
  'account',
  'accounts',
  'admin',
  'administrator',
  'api',
  'app',
  'apps',
  'assets',
  'auth',
  'billing',
  'blog',
  'bot',
  'careers',
  'cdn',
  'chat',
  'claim',
  'config',
  'contact',
  'console',
  'conversation',
  'conversations',
  'dashboard',
  'demo',
  'dev',
  'directory',
  'discover',
  'docs',
  'download',
  'downloads',
  'embed',
  'error',
  'example',
  'explore',
  'faq',
  'favicon',
  'feed',
  'files',
  'firebase',
  'foyer',
  'help',
  'home',
  'host',
  'images',
  'inbox',
  'index',
  'info',
  'invite',
  'jobs',
  'legal',
  'llms',
  'login',
  'logout',
  'mail',
  'manager',
  'managers',
  'manifest',
  'media',
  'messages',
  'moderator',
  'news',
  'null',
  'oauth',
  'oembed',
  'official',
  'page',
  'pages',
  'password',
  'payment',
  'pictures',
  'postmaster',
  'press',
  'pricing',
  'privacy',
  'profile',
  'public',
  'register',
  'resume',
  'robots',
  'root',
  'rss',
  'sales',
  'search',
  'security',
  'service',
  'session',
  'sessions',
  'settings',
  'setup',
  'sign-in',
  'sign-up',
  'signin',
  'signup',
  'sitemap',
  'slug',
  'slugs',
  'static',
  'stats',
  'status',
  'store',
  'stories',
  'support',
  'system',
  'team',
  'teams',
  'terms',
  'test',
  'trust',
  'undefined',
  'user',
  'users',
  'verify',
  'visitor',
  'webhook',
  'webhooks',
  'webmaster',
  'well-known',
  'www',
];

/** What keeps a slug from being used at all. */
export type SlugFault = 'too-short' | 'too-long' | 'shape' | 'reserved';

/** Says why `slug` cannot be anybody's, or `null`. Whether it is free is the database's to say. */
export function slugFault(slug: string): SlugFault | null {
  if (slug.length < SLUG_MIN) return 'too-short';
  if (slug.length > SLUG_MAX) return 'too-long';
  if (!SHAPE.test(slug) || slug.startsWith('xn--')) return 'shape';
  if (RESERVED_SKELETONS.has(slugSkeleton(slug))) return 'reserved';
  return null;
}

/** Whether `slug` has the form of one; reserved words included. */
export function isSlugShaped(slug: string): boolean {
  const fault = slugFault(slug);
  return fault === null || fault === 'reserved';
}

/**
 * What the eye makes of a slug: two slugs with one skeleton pass for each other, so only one of them may exist
 * (after Unicode TR 39's skeletons, for this small alphabet). Wide letters are taken apart and never put together: `vvv` has one skeleton.
 */
export function slugSkeleton(slug: string): string {
  return slug.replaceAll('-', '').replaceAll('m', 'rn').replaceAll('w', 'vv').replaceAll('0', 'o').replace(/[1i]/g, 'l');
}

/** Makes a slug from anything a person typed ("Ada Lovelace" -> "ada-lovelace"); empty or too short for a name in another script. */
export function toSlug(text: string): string {
  return plainLetters(text)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_MAX)
    .replace(/^-+|-+$/g, '');
}

/** Up to `count` slugs near `slug`, each of valid form and not reserved, nearest first. Whether they are free must be asked. */
export function nearbySlugs(slug: string, count: number): string[] {
  const base = toSlug(slug) || 'page';
  const endings = ['writes', 'studio', 'hq', 'desk', 'works', 'now', '2', '3', '4', '5', '6', '7', '8', '9'];
  const near: string[] = [];
  for (const ending of endings) {
    const candidate = `${base.slice(0, SLUG_MAX - ending.length - 1).replace(/-+$/, '')}-${ending}`;
    if (slugFault(candidate) === null) near.push(candidate);
    if (near.length === count) break;
  }
  return near;
}

/** One sentence for the person who chose it. */
export function explainSlugFault(fault: SlugFault): string {
  switch (fault) {
    case 'too-short':
      return `An address needs at least ${SLUG_MIN} characters.`;
    case 'too-long':
      return `An address has at most ${SLUG_MAX} characters.`;
    case 'shape':
      return 'Use small letters, digits and single dashes between them.';
    case 'reserved':
      return 'This address is reserved.';
  }
}

const RESERVED_SKELETONS = new Set(RESERVED.map(slugSkeleton));
