import { uploadPictureEndpoint } from '@foyer/domain/picture';
import { Hono } from 'hono';
import type { Site } from '../cloud.ts';
import { newApp } from '../http/new-app.ts';
import { refuseOthers } from '../http/route.ts';
import { keptPictures } from './kept-pictures.ts';
import { uploadRoute } from './upload-route.ts';

/** Everything about pictures: managers give them, everybody gets them. */
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
