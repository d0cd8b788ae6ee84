import { checkSlugEndpoint, claimPageEndpoint } from '@foyer/domain/manager';
import type { Hono } from 'hono';
import { type Env, route } from '../http/route.ts';
import { signedInManager } from '../http/signed-in-manager.ts';
import { checkSlug } from './check-slug.ts';
import { claimPage } from './claim-page.ts';

export const managerEndpoints = [checkSlugEndpoint, claimPageEndpoint];

export function managerRoutes(app: Hono<Env>): void {
  route(app, checkSlugEndpoint, async ({ params }, context) => {
    await signedInManager(context);
    return checkSlug(context.var.cloud, params.slug);
  });

  route(app, claimPageEndpoint, async ({ body }, context) => claimPage(context.var.cloud, await signedInManager(context), body));
}
