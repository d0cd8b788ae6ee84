import { changeProfileEndpoint, discardDraftEndpoint, saveDraftEndpoint } from '@foyer/domain/edit-profile';
import {
  checkSlugEndpoint,
  claimPageEndpoint,
  deleteAccountEndpoint,
  freeAddressEndpoint,
  moveEndpoint,
  RECENT_SIGN_IN_MS,
  signOutEndpoint,
  verifyLinkEndpoint,
} from '@foyer/domain/manager';
import type { Context, Hono } from 'hono';
import { clearSiteData } from '../http/clear-site-data.ts';
import { Problem } from '../http/problem.ts';
import { type Env, route } from '../http/route.ts';
import { refuseWhenReadOnly } from '../limits/breaker.ts';
import { readSessions } from '../sessions/session-cookie.ts';
import { changeProfile } from './change-profile.ts';
import { checkSlug } from './check-slug.ts';
import { claimPage } from './claim-page.ts';
import { eraseAccount } from './erase-account.ts';
import { freeAddress } from './free-address.ts';
import { movePage } from './move-page.ts';
import { saveDraft } from './save-draft.ts';
import { verifyLink } from './verify-link.ts';

export const managerEndpoints = [
  checkSlugEndpoint,
  claimPageEndpoint,
  freeAddressEndpoint,
  moveEndpoint,
  deleteAccountEndpoint,
  verifyLinkEndpoint,
  changeProfileEndpoint,
  saveDraftEndpoint,
  discardDraftEndpoint,
  signOutEndpoint,
];

export function managerRoutes(app: Hono<Env>): void {
  route(app, checkSlugEndpoint, async ({ params }, context, { uid }) => {
    const { cloud } = context.var;
    cloud.door.admitSlugCheck(uid, cloud.now());
    return checkSlug(cloud, params.slug, uid);
  });

  route(app, claimPageEndpoint, async ({ body }, context, { uid }) => claimPage(context.var.cloud, uid, body));

  route(app, freeAddressEndpoint, async ({ body }, context) => {
    await freeAddress(context.var.cloud, body.email);
    return null;
  });

  route(app, moveEndpoint, async ({ body }, context, { uid }) => movePage(context.var.cloud, uid, body.slug));

  route(app, deleteAccountEndpoint, async (_, context, { uid, signedInAt }) => {
    const { cloud } = context.var;
    if (cloud.now() - signedInAt > RECENT_SIGN_IN_MS) throw new Problem('sign-in-again');
    await refuseWhenReadOnly(cloud);
    await eraseAccount(cloud, uid);
    dropDashboard(context);
    return null;
  });

  route(app, verifyLinkEndpoint, async ({ body }, context, { uid }) => {
    const { cloud } = context.var;
    cloud.door.admitLinkCheck(uid, cloud.now());
    return verifyLink(cloud, uid, body.url);
  });

  route(app, changeProfileEndpoint, async ({ body }, context, { uid }) => changeProfile(context.var.cloud, uid, body));

  route(app, saveDraftEndpoint, async ({ body }, context, { uid }) => saveDraft(context.var.cloud, uid, body.revision, body.profile));

  route(app, discardDraftEndpoint, async ({ query }, context, { uid }) => saveDraft(context.var.cloud, uid, query.revision, null));

  route(app, signOutEndpoint, async (_, context) => {
    dropDashboard(context);
    return null;
  });
}

/** Conversations that someone has as a visitor in this browser are not the dashboard's to drop. */
function dropDashboard(context: Context<Env>): void {
  clearSiteData(context, readSessions(context).length === 0 ? ['cache', 'cookies', 'storage'] : ['cache']);
}
