import { type Context, Hono } from 'hono';
import { isStoreBusy } from './db.ts';
import { apiHeaders, ownOriginOnly } from './http/guards.ts';
import { networkOf } from './http/network.ts';
import { Problem, problemResponse } from './http/problem.ts';
import { isRead, type SiteEnv } from './http/route.ts';
import { SlowBodies } from './http/slow-bodies.ts';
import { chargeOf } from './limits/charges.ts';
import { requestsInTurn } from './limits/requests-in-turn.ts';
import { logs } from './logs.ts';

type Refuse<E extends SiteEnv> = (context: Context<E>, problem: Problem) => Response | Promise<Response>;

export function newApp<E extends SiteEnv>(
  cloud: E['Variables']['cloud'],
  refuse: Refuse<E> = (_, problem) => problemResponse(problem),
): Hono<E> {
  const app = new Hono<E>();
  app.onError((cause, context) => {
    if (cause instanceof Problem) return refuse(context, cause);
    logs.requestFailed(context.req.method, context.req.routePath, cause);
    return refuse(context, new Problem(isStoreBusy(cause) ? 'busy' : 'internal', { retryAfterMs: 2000 }));
  });
  app.use(apiHeaders);
  app.use(async (context, next) => {
    context.set('cloud', cloud);
    await next();
  });
  app.use(ownOriginOnly);
  app.use(requestsInTurn(chargeOf));
  const bodies = new SlowBodies();
  app.use(async (context, next) => {
    if (!isRead(context.req.method)) bodies.watch(context.req.raw, networkOf(context));
    await next();
  });
  return app;
}
