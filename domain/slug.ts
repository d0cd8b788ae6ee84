import type { Fault } from './fault.ts';
import { SLUG_MAX, SLUG_MIN } from './limits.ts';
import { plainLetters } from './plain-letters.ts';

const SHAPE = /^[a-z0-9](?:-?[a-z0-9])+$/;

/** Names that the site needs, or that would look official. Compared by skeleton, so `adm1n` is reserved too. */
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

export type SlugFault = 'too-short' | 'too-long' | 'shape' | 'reserved';

/** Why no one can have `slug`, or `null`. Does not check whether it is free. */
export function slugFault(slug: string): SlugFault | null {
  if (slug.length < SLUG_MIN) return 'too-short';
  if (slug.length > SLUG_MAX) return 'too-long';
  if (!SHAPE.test(slug) || slug.startsWith('xn--')) return 'shape';
  if (RESERVED_SKELETONS.has(slugSkeleton(slug))) return 'reserved';
  return null;
}

/** Why `slug` doesn't have the form of a slug, as its field's fault; `null` if it does. Reserved words have the form. */
export function slugShapeFault(slug: string): Fault | null {
  switch (slugFault(slug)) {
    case 'too-short':
      return { code: 'slug-too-short', values: { min: SLUG_MIN } };
    case 'too-long':
      return { code: 'slug-too-long', values: { max: SLUG_MAX } };
    case 'shape':
      return { code: 'slug-shape' };
    default:
      return null;
  }
}

export function isSlugShaped(slug: string): boolean {
  return slugShapeFault(slug) === null;
}

/**
 * Two slugs with the same skeleton look alike, so only one of them may exist (after Unicode TR 39's skeletons, for this small alphabet).
 * Wide letters are split and never merged: `vvv` has one skeleton.
 */
export function slugSkeleton(slug: string): string {
  return slug.replaceAll('-', '').replaceAll('m', 'rn').replaceAll('w', 'vv').replaceAll('0', 'o').replace(/[1i]/g, 'l');
}

/** Makes a slug from any text ("Ada Lovelace" -> "ada-lovelace"); empty or too short for a name in another script. */
export function toSlug(text: string): string {
  return plainLetters(text)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_MAX)
    .replace(/^-+|-+$/g, '');
}

/** Up to `count` valid, unreserved slugs similar to `slug`, most similar first. Does not check whether they are free. */
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

const RESERVED_SKELETONS = new Set(RESERVED.map(slugSkeleton));
