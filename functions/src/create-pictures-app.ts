import { uploadPictureEndpoint } from '@foyer/domain/picture';
import { Hono } from 'hono';
import type { Site } from './cloud.ts';
import { refuseReader } from './http/refuse-reader.ts';
import { refuseOthers, type SiteEnv } from './http/route.ts';
import { FILE_POLICY, SECURITY_HEADERS } from './http/security-headers.ts';
import { readsInTurn } from './limits/reads-in-turn.ts';
import { newApp } from './new-app.ts';
import { keptRoute } from './pictures/kept-route.ts';
import { uploadRoute } from './pictures/upload-route.ts';
import { previewRoute } from './previews/preview-route.ts';

export function createPicturesApp(site: Site): Hono {
  const api = newApp(site);
  uploadRoute(api);
  refuseOthers(api, [uploadPictureEndpoint]);
  const kept = keptPictures(site);
  const app = new Hono();
  app.all('/api/*', (context) => api.fetch(context.req.raw));
  app.all('*', (context) => kept.fetch(context.req.raw));
  return app;
}

function keptPictures(site: Site): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  app.use(async (context, next) => {
    context.set('cloud', site);
    await next();
    const { headers } = context.res;
    headers.set('content-security-policy', FILE_POLICY);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) if (!headers.has(name)) headers.set(name, value);
  });
  app.use(readsInTurn);
  previewRoute(app, site);
  keptRoute(app, site);
  app.onError((cause, context) => refuseReader(context, 'picture', cause));
  return app;
}
