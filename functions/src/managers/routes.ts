import { changeProfileEndpoint, discardDraftEndpoint, saveDraftEndpoint } from '@foyer/domain/edit-profile';
import {
  checkSlugEndpoint,
  claimPageEndpoint,
  freeAddressEndpoint,
  moveEndpoint,
  signOutEndpoint,
  verifyLinkEndpoint,
} from '@foyer/domain/manager';
import type { Hono } from 'hono';
import { clearSiteData } from '../http/clear-site-data.ts';
import { type Env, route } from '../http/route.ts';
import { readSessions } from '../sessions/session-cookie.ts';
import { changeProfile } from './change-profile.ts';
import { checkSlug } from './check-slug.ts';
import { claimPage } from './claim-page.ts';
import { freeAddress } from './free-address.ts';
import { movePage } from './move-page.ts';
import { saveDraft } from './save-draft.ts';
import { verifyLink } from './verify-link.ts';

export const managerEndpoints = [
  checkSlugEndpoint,
  claimPageEndpoint,
  freeAddressEndpoint,
  moveEndpoint,
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

  route(app, verifyLinkEndpoint, async ({ body }, context, { uid }) => {
    const { cloud } = context.var;
    cloud.door.admitLinkCheck(uid, cloud.now());
    return verifyLink(cloud, uid, body.url);
  });

  route(app, changeProfileEndpoint, async ({ body }, context, { uid }) => changeProfile(context.var.cloud, uid, body));

  route(app, saveDraftEndpoint, async ({ body }, context, { uid }) => saveDraft(context.var.cloud, uid, body.revision, body.profile));

  route(app, discardDraftEndpoint, async ({ query }, context, { uid }) => saveDraft(context.var.cloud, uid, query.revision, null));

  route(app, signOutEndpoint, async (_, context) => {
    // Conversations that somebody has as a visitor in this browser are not the dashboard's to drop.
    clearSiteData(context, readSessions(context).length === 0 ? ['cache', 'cookies', 'storage'] : ['cache']);
    return null;
  });
}
