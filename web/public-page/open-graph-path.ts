import type { Profile } from '@foyer/domain/profile';

/** Where the picture of a page is that messengers and networks show beside its link: 1200 by 630. Another address when the page changes. */
export function openGraphImagePath(slug: string, profile: Profile): string {
  return `/pictures/og/${slug}.png?v=${briefHash(JSON.stringify(profile))}`;
}

/** Tells versions apart and no more: FNV-1a, 32 bits. */
function briefHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}
