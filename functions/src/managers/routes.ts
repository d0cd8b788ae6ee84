import { changeProfileEndpoint, discardDraftEndpoint, saveDraftEndpoint } from '@foyer/domain/edit-profile';
import { checkSlugEndpoint, claimPageEndpoint, moveEndpoint, verifyLinkEndpoint } from '@foyer/domain/manager';
import { bringOnlineEndpoint, endPauseEndpoint, pausePageEndpoint, takeOfflineEndpoint } from '@foyer/domain/page-control';
import type { Hono } from 'hono';
import { type Env, route } from '../http/route.ts';
import { changeProfile } from './change-profile.ts';
import { checkSlug } from './check-slug.ts';
import { claimPage } from './claim-page.ts';
import { movePage } from './move-page.ts';
import { endPause, pausePage } from './pause-page.ts';
import { saveDraft } from './save-draft.ts';
import { bringOnline, takeOffline } from './take-offline.ts';
import { verifyLink } from './verify-link.ts';

export const managerEndpoints = [
  checkSlugEndpoint,
  claimPageEndpoint,
  moveEndpoint,
  verifyLinkEndpoint,
  changeProfileEndpoint,
  saveDraftEndpoint,
  discardDraftEndpoint,
  pausePageEndpoint,
  endPauseEndpoint,
  takeOfflineEndpoint,
  bringOnlineEndpoint,
];

export function managerRoutes(app: Hono<Env>): void {
  route(app, checkSlugEndpoint, async ({ params }, context, { uid }) => {
    const { cloud } = context.var;
    cloud.door.admitSlugCheck(uid, cloud.now());
    return checkSlug(cloud, params.slug, uid);
  });

  route(app, claimPageEndpoint, async ({ body }, context, { uid }) => claimPage(context.var.cloud, uid, body));

  route(app, moveEndpoint, async ({ body }, context, { uid }) => movePage(context.var.cloud, uid, body.slug));

  route(app, verifyLinkEndpoint, async ({ body }, context, { uid }) => {
    const { cloud } = context.var;
    cloud.door.admitLinkCheck(uid, cloud.now());
    return verifyLink(cloud, uid, body.url);
  });

  route(app, changeProfileEndpoint, async ({ body }, context, { uid }) => changeProfile(context.var.cloud, uid, body));

  route(app, saveDraftEndpoint, async ({ body }, context, { uid }) => saveDraft(context.var.cloud, uid, body.revision, body.profile));

  route(app, discardDraftEndpoint, async ({ query }, context, { uid }) => saveDraft(context.var.cloud, uid, query.revision, null));

  route(app, pausePageEndpoint, async ({ body }, context, { uid }) => pausePage(context.var.cloud, uid, body));

  route(app, endPauseEndpoint, async (_, context, { uid }) => {
    await endPause(context.var.cloud, uid);
    return null;
  });

  route(app, takeOfflineEndpoint, async (_, context, { uid }) => {
    await takeOffline(context.var.cloud, uid);
    return null;
  });

  route(app, bringOnlineEndpoint, async (_, context, { uid }) => {
    await bringOnline(context.var.cloud, uid);
    return null;
  });
}
