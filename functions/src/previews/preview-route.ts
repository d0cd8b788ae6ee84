import { keptAt, widthsOf } from '@foyer/domain/picture';
import type { Profile } from '@foyer/domain/profile';
import { isSlugShaped } from '@foyer/domain/slug';
import { openGraphImagePath } from '@foyer/web/public-page/open-graph-image';
import type { Hono } from 'hono';
import type { Site } from '../cloud.ts';
import type { SiteEnv } from '../http/route.ts';
import { KeptBytes } from '../kept-bytes.ts';
import { lookUp } from '../managers/look-up.ts';
import { readFile } from '../pictures/picture-files.ts';
import { PictureWork } from '../pictures/picture-work.ts';

/** Pages change, and other sites refetch after days at the earliest. */
const FOR_A_DAY = 'public, max-age=86400, s-maxage=86400';
const FOR_A_MOMENT = 'public, max-age=0, s-maxage=30';
const PORTRAIT_WIDTH = 960;
/** Queued drawings, at some 70 ms each. Beyond that the answer is `busy`. */
const DRAWINGS_MAX = 8;
/** A drawing has some 60 kB. */
const KEPT_BYTES_MAX = 24_000_000;

/** Draws a preview only at its current address, so no one can make us draw by asking for other versions: they redirect. */
export function previewRoute(app: Hono<SiteEnv>, site: Site): void {
  const pictureWork = new PictureWork();
  const drawn = new KeptBytes({ bytesMax: KEPT_BYTES_MAX });
  app.get('/pictures/og/:slug/:version{[0-9a-f]{8}\\.jpg}', async (context, next) => {
    const slug = context.req.param('slug');
    const { pathname } = new URL(context.req.url);
    const isPresent = ({ profile }: { profile: Profile }) => openGraphImagePath(slug, profile) === pathname;
    const known = isSlugShaped(slug) ? await lookUp(context, slug, isPresent) : null;
    if (!known) return next();
    // Other sites embed it; firebase.json sets the same.
    context.header('cross-origin-resource-policy', 'cross-origin');
    const { profile } = known.manager;
    if (!isPresent(known.manager)) {
      context.header('cache-control', FOR_A_MOMENT);
      return context.redirect(openGraphImagePath(slug, profile), 302);
    }
    const draw = async () => {
      const portrait = await portraitOf(site, profile);
      const { drawPreview } = await import('./draw-preview.tsx');
      return drawPreview({ profile, slug, host: hostOf(site), portrait });
    };
    const jpeg = await drawn.get(`${known.managerId} ${pathname}`, () => pictureWork.alone('draw', draw, DRAWINGS_MAX));
    return jpeg === null ? next() : context.body(new Uint8Array(jpeg), 200, { 'content-type': 'image/jpeg', 'cache-control': FOR_A_DAY });
  });
}

/** `null` for the examples' portraits, which are drawings. */
async function portraitOf(site: Site, { portrait }: Profile): Promise<Buffer | null> {
  const kept = portrait && keptAt(portrait.src);
  if (!kept) return null;
  const width = Math.max(...widthsOf(portrait.width).filter((one) => one <= PORTRAIT_WIDTH));
  return readFile(await site.bucket(), { ...kept, width, format: 'webp' });
}

function hostOf({ config }: Site): string {
  const [origin] = config.origins;
  return origin === undefined ? '' : new URL(origin).host;
}
