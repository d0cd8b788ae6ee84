import { changeProfileEndpoint, discardDraftEndpoint, saveDraftEndpoint } from '@foyer/domain/edit-profile';
import { checkSlugEndpoint, claimPageEndpoint, moveEndpoint, signOutEndpoint, verifyLinkEndpoint } from '@foyer/domain/manager';
import type { Hono } from 'hono';
import { clearSiteData } from '../http/clear-site-data.ts';
import { type Env, route } from '../http/route.ts';
import { signedInManager } from '../http/signed-in-manager.ts';
import { readSessions } from '../sessions/session-cookie.ts';
import { changeProfile } from './change-profile.ts';
import { checkSlug } from './check-slug.ts';
import { claimPage } from './claim-page.ts';
import { movePage } from './move-page.ts';
import { saveDraft } from './save-draft.ts';
import { verifyLink } from './verify-link.ts';

export const managerEndpoints = [
  checkSlugEndpoint,
  claimPageEndpoint,
  moveEndpoint,
  verifyLinkEndpoint,
  changeProfileEndpoint,
  saveDraftEndpoint,
  discardDraftEndpoint,
  signOutEndpoint,
];

export function managerRoutes(app: Hono<Env>): void {
  route(app, checkSlugEndpoint, async ({ params }, context) => {
    const { cloud } = context.var;
    const { uid } = await signedInManager(context);
    cloud.door.admitSlugCheck(uid, cloud.now());
    return checkSlug(cloud, params.slug, uid);
  });

  route(app, claimPageEndpoint, async ({ body }, context) => claimPage(context.var.cloud, await signedInManager(context), body));

  route(app, moveEndpoint, async ({ body }, context) => movePage(context.var.cloud, (await signedInManager(context)).uid, body.slug));

  route(app, verifyLinkEndpoint, async ({ body }, context) => {
    const { cloud } = context.var;
    const { uid } = await signedInManager(context);
    cloud.door.admitLinkCheck(uid, cloud.now());
    return verifyLink(cloud, uid, body.url);
  });

  route(app, changeProfileEndpoint, async ({ body }, context) => {
    const { uid } = await signedInManager(context);
    return changeProfile(context.var.cloud, uid, body);
  });

  route(app, saveDraftEndpoint, async ({ body }, context) => {
    const { uid } = await signedInManager(context);
    return saveDraft(context.var.cloud, uid, body.revision, body.profile);
  });

  route(app, discardDraftEndpoint, async ({ query }, context) => {
    const { uid } = await signedInManager(context);
    return saveDraft(context.var.cloud, uid, query.revision, null);
  });

  route(app, signOutEndpoint, async (_, context) => {
    // Conversations that somebody has as a visitor in this browser are not the dashboard's to drop.
    clearSiteData(context, readSessions(context).length === 0 ? ['cache', 'cookies', 'storage'] : ['cache']);
    return null;
  });
}
