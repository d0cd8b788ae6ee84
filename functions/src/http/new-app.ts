import { Hono } from 'hono';
import type { Site } from '../cloud.ts';
import { isStoreBusy } from '../db.ts';
import { writesInTurn } from '../limits/door.ts';
import { logs } from '../logs.ts';
import { apiHeaders, ownOriginOnly } from './guards.ts';
import { Problem, problemResponse } from './problem.ts';

/** An app below `/api/` without routes yet: what every request passes, in order, and what becomes of one that fails. */
export function newApp<S extends Site>(cloud: S): Hono<{ Variables: { cloud: S } }> {
  const app = new Hono<{ Variables: { cloud: S } }>();
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
  return app;
}
