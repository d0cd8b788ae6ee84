import type { Profile } from '@foyer/domain/profile';

/** The size in pixels of the preview image for links on other sites. */
export const OPEN_GRAPH_SIZE = { width: 1200, height: 630 } as const;

/** Increase it when the drawing of the same page changes: other sites cache an image by its address. */
const DRAWING = 1;

/** The path of that image. It changes only when something drawn on the image changes. */
export function openGraphImagePath(slug: string, profile: Profile): string {
  const { name, headline, portrait, theme } = profile;
  const drawn = JSON.stringify([DRAWING, slug, name, headline, portrait?.src, theme.preset, theme.accent]);
  return `/pictures/og/${slug}/${digestOf(drawn)}.jpg`;
}

/** FNV-1a of 32 bits (RFC 9923), over UTF-16 units: it distinguishes versions and hides nothing. */
function digestOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
