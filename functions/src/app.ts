import type { Endpoint } from '@foyer/domain/endpoint';
import { Hono } from 'hono';
import type { Cloud } from './cloud.ts';
import { conversationEndpoints, conversationRoutes } from './conversations/routes.ts';
import { isStoreBusy } from './db.ts';
import { apiHeaders, ownOriginOnly } from './http/guards.ts';
import { Problem, problemResponse } from './http/problem.ts';
import { type Env, refuseOthers } from './http/route.ts';
import { writesInTurn } from './limits/door.ts';
import { logs } from './logs.ts';
import { managerEndpoints, managerRoutes } from './managers/routes.ts';
import { sessionEndpoints, sessionRoutes } from './sessions/routes.ts';
import { statisticsEndpoints, statisticsRoutes } from './statistics/routes.ts';

export const endpoints: readonly Endpoint[] = [...conversationEndpoints, ...sessionEndpoints, ...managerEndpoints, ...statisticsEndpoints];

/** The HTTP API: what every request passes, in order, then the nouns. */
export function createApp(cloud: Cloud): Hono<Env> {
  const app = new Hono<Env>();
  app.onError((cause, context) => {
    if (cause instanceof Problem) return problemResponse(cause);
    logs.requestFailed(context.req.method, context.req.routePath, cause);
    return problemResponse(new Problem(isStoreBusy(cause) ? 'busy' : 'internal', { retryAfterMs: 2000 }));
  });
  app.use(apiHeaders);
  app.use(async (context, next) => {
    context.set('cloud', cloud);
    await next();
  });
  app.use(ownOriginOnly);
  app.use(writesInTurn);
  conversationRoutes(app);
  sessionRoutes(app);
  managerRoutes(app);
  statisticsRoutes(app);
  app.get('/api/openapi.json', async (context) => context.json((await import('./openapi.ts')).openApiDocument(endpoints, cloud.config)));
  refuseOthers(app, endpoints);
  return app;
}
