import { checkSlugEndpoint, claimPageEndpoint, signOutEndpoint } from '@foyer/domain/manager';
import type { Hono } from 'hono';
import { clearSiteData } from '../http/clear-site-data.ts';
import { type Env, route } from '../http/route.ts';
import { signedInManager } from '../http/signed-in-manager.ts';
import { readSessions } from '../sessions/session-cookie.ts';
import { checkSlug } from './check-slug.ts';
import { claimPage } from './claim-page.ts';

export const managerEndpoints = [checkSlugEndpoint, claimPageEndpoint, signOutEndpoint];

export function managerRoutes(app: Hono<Env>): void {
  route(app, checkSlugEndpoint, async ({ params }, context) => {
    await signedInManager(context);
    return checkSlug(context.var.cloud, params.slug);
  });

  route(app, claimPageEndpoint, async ({ body }, context) => claimPage(context.var.cloud, await signedInManager(context), body));

  route(app, signOutEndpoint, async (_, context) => {
    // Conversations that somebody has as a visitor in this browser are not the dashboard's to drop.
    clearSiteData(context, readSessions(context).length === 0 ? ['cache', 'cookies', 'storage'] : ['cache']);
    return null;
  });
}
