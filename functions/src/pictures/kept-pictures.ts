import { type Context, Hono } from 'hono';
import type { Site } from '../cloud.ts';
import { SECURITY_HEADERS } from '../http/security-headers.ts';
import { logs } from '../logs.ts';
import { pictureFileAt, readFile } from './picture-files.ts';
import { previewRoute } from './previews.ts';

/** Its address says all of it, so what is there never changes. */
const FOREVER = 'public, max-age=31536000, immutable';
/** Hosting would keep a 404 for ten minutes, and a picture is looked at as soon as it is uploaded. */
const FOR_A_MOMENT = 'public, max-age=0, s-maxage=30';

/** Serves what is kept, to everybody alike: no cookie is read, and an address that no picture can have never reaches the bucket. */
export function keptPictures(site: Site): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    const { headers } = context.res;
    headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) if (!headers.has(name)) headers.set(name, value);
  });
  previewRoute(app, site);
  app.get('*', async (context) => {
    const file = pictureFileAt(new URL(context.req.url).pathname);
    const bytes = file && (await readFile(await site.bucket(), file));
    if (!bytes) return nothingHere(context);
    return context.body(new Uint8Array(bytes), 200, { 'content-type': `image/${file.format}`, 'cache-control': FOREVER });
  });
  app.all('*', nothingHere);
  app.onError((cause, context) => {
    logs.requestFailed(context.req.method, 'picture', cause);
    context.header('cache-control', 'no-store');
    return context.text('Something went wrong on our side. Please try again in a moment.', 503, { 'retry-after': '5' });
  });
  return app;
}

function nothingHere(context: Context): Response {
  return context.text('There is nothing at this address.', 404, { 'cache-control': FOR_A_MOMENT });
}
