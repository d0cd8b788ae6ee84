import type { Profile } from '@foyer/domain/profile';
import { isSlugShaped } from '@foyer/domain/slug';
import { openGraphImagePath } from '@foyer/web/public-page/open-graph-image';

/** The slug that an address of this site's page names, or `null` for any other address. */
export function slugAt(address: string, origins: readonly string[]): string | null {
  const url = URL.parse(address);
  const [, slug] = /^\/([^/]+)$/.exec(url?.pathname ?? '') ?? [];
  return url && origins.includes(url.origin) && slug !== undefined && isSlugShaped(slug) ? slug : null;
}

/**
 * What oEmbed 1.0 says of a page: a link with a picture. Never `rich`: which sites may hold the message box is the manager's to say, by
 * headers that every browser keeps, and not the caller's.
 */
export function oembedOf(profile: Profile, { origin, slug, seconds }: { origin: string; slug: string; seconds: number }): object {
  return {
    type: 'link',
    version: '1.0',
    title: profile.headline === undefined ? profile.name : `${profile.name} · ${profile.headline}`,
    author_name: profile.name,
    author_url: `${origin}/${slug}`,
    provider_name: 'Foyer',
    provider_url: `${origin}/`,
    cache_age: seconds,
    thumbnail_url: origin + openGraphImagePath(slug, profile),
    thumbnail_width: 1200,
    thumbnail_height: 630,
  };
}
