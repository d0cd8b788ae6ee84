import type { Endpoint } from '@foyer/domain/endpoint';
import { uploadPictureEndpoint } from '@foyer/domain/picture';
import type { Hono } from 'hono';
import type { Cloud } from './cloud.ts';
import { conversationEndpoints, conversationRoutes } from './conversations/routes.ts';
import { newApp } from './http/new-app.ts';
import { type Env, refuseOthers } from './http/route.ts';
import { managerEndpoints, managerRoutes } from './managers/routes.ts';
import { sessionEndpoints, sessionRoutes } from './sessions/routes.ts';

export const endpoints: readonly Endpoint[] = [...conversationEndpoints, ...sessionEndpoints, ...managerEndpoints];

/** With those of other functions: what the API's document speaks of. */
const documented: readonly Endpoint[] = [...endpoints, uploadPictureEndpoint];

/** The HTTP API, by nouns. */
export function createApp(cloud: Cloud): Hono<Env> {
  const app = newApp(cloud);
  conversationRoutes(app);
  sessionRoutes(app);
  managerRoutes(app);
  app.get('/api/openapi.json', async (context) => context.json((await import('./openapi.ts')).openApiDocument(documented, cloud.config)));
  refuseOthers(app, endpoints);
  return app;
}
