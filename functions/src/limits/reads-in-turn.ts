import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { networkOf } from '../http/network.ts';
import type { SiteEnv } from '../http/route.ts';
import { BYTES_OF_UNIT, READ_COST } from './rates.ts';

/** The first middleware. Throws `too-fast`. */
export const readsInTurn = createMiddleware<SiteEnv>(async (context, next) => {
  const { cloud } = context.var;
  cloud.door.admitRead(networkOf(context), READ_COST.page, cloud.now());
  await next();
});

/** Charges a reader's network for a large answer before it is sent. Throws `too-fast`. */
export function admitBytes(context: Context<SiteEnv>, bytes: number): void {
  const { cloud } = context.var;
  const cost = Math.floor(bytes / BYTES_OF_UNIT);
  if (cost > 0) cloud.door.admitRead(networkOf(context), cost, cloud.now());
}
