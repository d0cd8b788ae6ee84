import type { Profile } from '@foyer/domain/profile';
import { isSlugShaped } from '@foyer/domain/slug';
import { OPEN_GRAPH_SIZE, openGraphImagePath } from '@foyer/web/public-page/open-graph-image';

/**
 * The slug in the address of a page on this site, or `null` for any other address. Accepts every spelling that leads to the page: upper
 * case, a trailing slash, encoded letters, `http:`, a query, a fragment.
 */
export function slugAt(address: string, origins: readonly string[]): string | null {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || !origins.some((origin) => URL.parse(origin)?.host === url.host)) return null;
  const slug = decoded(url.pathname).toLowerCase().replace(/\/+$/, '').slice(1);
  return isSlugShaped(slug) ? slug : null;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The consumer's maximum size in pixels, as its query states it. */
export interface Room {
  maxwidth?: string | undefined;
  maxheight?: string | undefined;
}

/**
 * The oEmbed 1.0 answer for a page: a link, with a picture if the consumer has room for it. Never `rich`: the manager decides which sites
 * can embed the message box, by headers that every browser enforces.
 */
export function oembedOf(
  profile: Profile,
  { origin, slug, seconds, room = {} }: { origin: string; slug: string; seconds: number; room?: Room },
): object {
  const { width, height } = OPEN_GRAPH_SIZE;
  const fits = width <= limitOf(room.maxwidth) && height <= limitOf(room.maxheight);
  return {
    type: 'link',
    version: '1.0',
    title: profile.headline === undefined ? profile.name : `${profile.name} · ${profile.headline}`,
    author_name: profile.name,
    author_url: `${origin}/${slug}`,
    provider_name: 'Foyer',
    provider_url: `${origin}/`,
    cache_age: seconds,
    ...(fits && { thumbnail_url: origin + openGraphImagePath(slug, profile), thumbnail_width: width, thumbnail_height: height }),
  };
}

/** Anything but a whole number means no limit. */
function limitOf(pixels = ''): number {
  return /^\d+$/.test(pixels) ? Number(pixels) : Number.POSITIVE_INFINITY;
}
