import { createMiddleware } from 'hono/factory';
import { networkOf } from '../http/network.ts';
import type { SiteEnv } from '../http/route.ts';
import { READ_COST } from './rates.ts';

/** The first guard of every request for a page, a file or a picture. Throws `too-fast`. */
export const readsInTurn = createMiddleware<SiteEnv>(async (context, next) => {
  const { cloud } = context.var;
  cloud.door.admitRead(networkOf(context), READ_COST.page, cloud.now());
  await next();
});
