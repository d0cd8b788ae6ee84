import type { Profile } from '@foyer/domain/profile';
import { isSlugShaped } from '@foyer/domain/slug';
import { OPEN_GRAPH_SIZE, openGraphImagePath } from '@foyer/web/public-page/open-graph-image';

/**
 * The slug that an address of this site's page names, or `null` for any other address. Every spelling that leads to the page counts: upper
 * case, a slash at the end, encoded letters, `http:`, a query, a fragment.
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

/** The size that a consumer has room for, in pixels, as the query of its request says it. */
export interface Room {
  maxwidth?: string | undefined;
  maxheight?: string | undefined;
}

/**
 * What oEmbed 1.0 says of a page: a link with a picture, where the consumer has room for it. Never `rich`: the manager decides which sites
 * may hold the message box, by headers that every browser obeys.
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

/** What is no whole number is no limit. */
function limitOf(pixels = ''): number {
  return /^\d+$/.test(pixels) ? Number(pixels) : Number.POSITIVE_INFINITY;
}
