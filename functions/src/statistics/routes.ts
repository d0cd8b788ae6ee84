import { countViewEndpoint } from '@foyer/domain/statistics';
import type { Hono } from 'hono';
import { route, type SiteEnv } from '../http/route.ts';
import { refuseWhenReadOnly } from '../limits/breaker.ts';
import { lookUp } from '../managers/look-up.ts';
import { countView } from './count-view.ts';
import { isBot } from './is-bot.ts';

export const statisticsEndpoints = [countViewEndpoint];

export function statisticsRoutes<E extends SiteEnv>(app: Hono<E>): void {
  // Uncounted views get the same answer as counted ones, so it reveals nothing.
  route(app, countViewEndpoint, async ({ body }, context) => {
    const { cloud } = context.var;
    if (isBot(context.req.header('user-agent') ?? '')) return null;
    await refuseWhenReadOnly(cloud);
    const found = await lookUp(context, body.slug);
    if (found) await countView(cloud, found, body.sections);
    return null;
  });
}
