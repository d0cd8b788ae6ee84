import type { Context, Hono } from 'hono';
import type { Site } from '../cloud.ts';
import { networkOf } from '../http/network.ts';
import type { SiteEnv } from '../http/route.ts';
import { KeptBytes } from '../kept-bytes.ts';
import { admitBytes } from '../limits/reads-in-turn.ts';
import { pictureFileAt, readFile } from './picture-files.ts';

/** The address determines the content, which never changes. */
const FOREVER = 'public, max-age=31536000, immutable';
/** Hosting would cache a 404 for ten minutes, and a picture is requested as soon as it is uploaded. */
const FOR_A_MOMENT = 'public, max-age=0, s-maxage=30';

/** Cached files per instance, in addition to uploads in progress. */
const FILES_BYTES_MAX = 96_000_000;
/** How long a deleted picture may still be served. */
const KEPT_MS = 600_000;
const ABSENT_MS = 5000;

/** An address that no picture can have never reaches the bucket. */
export function keptRoute(app: Hono<SiteEnv>, site: Site): void {
  const files = new KeptBytes({ bytesMax: FILES_BYTES_MAX, keptMs: KEPT_MS, absentMs: ABSENT_MS });
  app.get('*', async (context) => {
    const { pathname } = new URL(context.req.url);
    const file = pictureFileAt(pathname);
    if (file && !files.knows(pathname)) site.door.admitLookUp(networkOf(context), site.now());
    const bytes = file && (await files.get(pathname, async () => readFile(await site.bucket(), file)));
    if (!bytes) return nothingHere(context);
    admitBytes(context, bytes.byteLength);
    return context.body(new Uint8Array(bytes), 200, { 'content-type': `image/${file.format}`, 'cache-control': FOREVER });
  });
  app.all('*', nothingHere);
}

function nothingHere(context: Context): Response {
  return context.text('There is nothing at this address.', 404, { 'cache-control': FOR_A_MOMENT });
}
