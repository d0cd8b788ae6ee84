import { changeProfileEndpoint, discardDraftEndpoint, saveDraftEndpoint } from '@foyer/domain/edit-profile';
import {
  checkSlugEndpoint,
  claimPageEndpoint,
  deleteAccountEndpoint,
  moveEndpoint,
  signOutEndpoint,
  verifyLinkEndpoint,
} from '@foyer/domain/manager';
import type { Context, Hono } from 'hono';
import { clearSiteData } from '../http/clear-site-data.ts';
import { type Env, route } from '../http/route.ts';
import { signedInManager } from '../http/signed-in-manager.ts';
import { refuseWhenReadOnly } from '../limits/breaker.ts';
import { readSessions } from '../sessions/session-cookie.ts';
import { changeProfile } from './change-profile.ts';
import { checkSlug } from './check-slug.ts';
import { claimPage } from './claim-page.ts';
import { eraseAccount } from './erase-account.ts';
import { movePage } from './move-page.ts';
import { recentlySignedIn } from './recent-sign-in.ts';
import { saveDraft } from './save-draft.ts';
import { verifyLink } from './verify-link.ts';

export const managerEndpoints = [
  checkSlugEndpoint,
  claimPageEndpoint,
  moveEndpoint,
  deleteAccountEndpoint,
  verifyLinkEndpoint,
  changeProfileEndpoint,
  saveDraftEndpoint,
  discardDraftEndpoint,
  signOutEndpoint,
];

export function managerRoutes(app: Hono<Env>): void {
  route(app, checkSlugEndpoint, async ({ params }, context) => {
    const { uid } = await signedInManager(context);
    return checkSlug(context.var.cloud, params.slug, uid);
  });

  route(app, claimPageEndpoint, async ({ body }, context) => claimPage(context.var.cloud, await signedInManager(context), body));

  route(app, moveEndpoint, async ({ body }, context) => movePage(context.var.cloud, (await signedInManager(context)).uid, body.slug));

  route(app, deleteAccountEndpoint, async (_, context) => {
    const uid = await recentlySignedIn(context);
    await refuseWhenReadOnly(context.var.cloud);
    await eraseAccount(context.var.cloud, uid);
    dropDashboard(context);
    return null;
  });

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
    dropDashboard(context);
    return null;
  });
}

/** Conversations that someone has as a visitor in this browser are not the dashboard's to drop. */
function dropDashboard(context: Context<Env>): void {
  clearSiteData(context, readSessions(context).length === 0 ? ['cache', 'cookies', 'storage'] : ['cache']);
}
