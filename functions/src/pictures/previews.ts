import { keptAt, widthsOf } from '@foyer/domain/picture';
import type { Profile } from '@foyer/domain/profile';
import { isSlugShaped } from '@foyer/domain/slug';
import { openGraphImagePath } from '@foyer/web/public-page/open-graph-image';
import type { Hono } from 'hono';
import type { Site } from '../cloud.ts';
import { readManager } from '../managers/find-manager.ts';
import { readFile } from './picture-files.ts';
import { Workbench } from './workbench.ts';

/** Pages change, and other sites ask again after days at the earliest. */
const FOR_A_DAY = 'public, max-age=86400, s-maxage=86400';
const FOR_A_MOMENT = 'public, max-age=0, s-maxage=30';
/** The widest file that is worth reading for the portrait's place. */
const PORTRAIT_WIDTH = 960;

/**
 * Serves a page in small, for the sites on which its link is shared. It is drawn only at its one present address, so that nobody makes us
 * draw by asking for versions that never were: any other version leads there.
 */
export function previewRoute(app: Hono, site: Site): void {
  const workbench = new Workbench();
  app.get('/pictures/og/:slug/:version{[0-9a-f]{8}\\.jpg}', async (context, next) => {
    const slug = context.req.param('slug');
    const known = isSlugShaped(slug) ? await readManager(site, slug) : null;
    if (!known) return next();
    // Made to be shown elsewhere; firebase.json says so too.
    context.header('cross-origin-resource-policy', 'cross-origin');
    const { profile } = known.manager;
    const path = openGraphImagePath(slug, profile);
    if (new URL(context.req.url).pathname !== path) {
      context.header('cache-control', FOR_A_MOMENT);
      return context.redirect(path, 302);
    }
    const portrait = await portraitOf(site, profile);
    const { drawPreview } = await import('./draw-preview.tsx');
    const jpeg = await workbench.alone('draw', () => drawPreview({ profile, slug, host: hostOf(site), portrait }));
    return context.body(new Uint8Array(jpeg), 200, { 'content-type': 'image/jpeg', 'cache-control': FOR_A_DAY });
  });
}

/** The file that is cropped, or `null` where there is no portrait, or none of ours: those of the examples are drawings. */
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
