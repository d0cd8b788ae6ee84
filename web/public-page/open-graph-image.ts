import type { Profile } from '@foyer/domain/profile';

/** Of the picture that other sites show beside a link to a page, in pixels. */
export const OPEN_GRAPH_SIZE = { width: 1200, height: 630 } as const;
/** What it is served as. */
export const OPEN_GRAPH_TYPE = 'image/jpeg';

/** Raised when the same page is drawn differently: other sites keep a picture for as long as its address is the same. */
const DRAWING = 1;

/** The path of that picture. It changes with whatever is drawn on it, and with nothing else. */
export function openGraphImagePath(slug: string, profile: Profile): string {
  const { name, headline, portrait, theme } = profile;
  const drawn = JSON.stringify([DRAWING, slug, name, headline, portrait?.src, theme.preset, theme.accent]);
  return `/pictures/og/${slug}/${digestOf(drawn)}.jpg`;
}

/** FNV-1a of 32 bits (RFC 9923), over UTF-16 units: it tells versions apart, and hides nothing. */
function digestOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
