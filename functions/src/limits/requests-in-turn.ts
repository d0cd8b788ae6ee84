import { createMiddleware } from 'hono/factory';
import { networkOf } from '../http/network.ts';
import type { SiteEnv } from '../http/route.ts';

/** `cost` is in units of `READ_COST`. */
export type Charge = { kind: 'view' } | { kind: 'write' } | { kind: 'read'; cost: number };

/** The first middleware. Throws `too-fast`. */
export function requestsInTurn(chargeOf: (method: string, path: string) => Charge) {
  return createMiddleware<SiteEnv>(async (context, next) => {
    const { door, now } = context.var.cloud;
    const charge = chargeOf(context.req.method, context.req.path);
    if (charge.kind === 'view') door.admitView(networkOf(context), now());
    else if (charge.kind === 'read') door.admitRead(networkOf(context), charge.cost, now());
    else door.admitWrite(networkOf(context), now());
    await next();
  });
}
