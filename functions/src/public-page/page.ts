import type { ReplyTime } from '@foyer/domain/availability';
import { dayAt } from '@foyer/domain/days';
import { isSlugShaped } from '@foyer/domain/slug';
import { frontHead, profileHead } from '@foyer/web/public-page/head';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { openPlatform } from '../cloud.ts';
import { publicKeys } from '../config.ts';
import type { StoredManager } from '../db.ts';
import { directoryRoutes } from '../directory/routes.ts';
import { SECURITY_HEADERS } from '../http/security-headers.ts';
import { logs } from '../logs.ts';
import { findManager, findMoved } from '../managers/find-manager.ts';
import { asPage, movedTo, notFound, redirectOrNotFound, siteOrigin } from './answers.ts';
import { renderFront, renderProfile } from './document.tsx';
import { machineRoutes } from './machine-routes.ts';

const platform = openPlatform();
/** Exported to be measured. */
export const pages = new Hono({ strict: true });

pages.use(async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) context.res.headers.set(name, value);
});

pages.get('/', (context) => asPage(context, renderFront({ ...frontHead, address: `${siteOrigin()}/` })));
directoryRoutes(pages, platform);
machineRoutes(pages, platform);

pages.get('/:slug', async (context) => {
  const slug = context.req.param('slug');
  if (!isSlugShaped(slug)) return redirectOrNotFound(context);
  const known = await findManager(platform, slug, Number.parseInt(context.req.query('v') ?? '0', 10) || 0);
  if (!known) {
    const moved = await findMoved(platform, slug);
    return moved ? movedTo(context, `/${moved.manager.slug}`) : notFound(context);
  }
  const { managerId, manager } = known;
  const { profile, verifiedLinks = [] } = manager;
  const { recaptchaKey } = publicKeys();
  const page = renderProfile(profileHead(profile, { origin: siteOrigin(), slug }), {
    profile,
    facts: { replyTime: knownReplyTime(manager, platform.now()), today: dayAt(platform.now(), profile.timeZone), verified: verifiedLinks },
    slug,
    managerId,
    recaptchaKey: recaptchaKey ?? undefined,
  });
  return asPage(context, page, { isUnindexed: !profile.reach.isIndexed });
});

pages.all('*', (context) => redirectOrNotFound(context));

pages.onError((cause, context) => {
  logs.requestFailed(context.req.method, 'page', cause);
  context.header('cache-control', 'no-store');
  return context.text('Something went wrong on our side. Please try again in a moment.', 503, { 'retry-after': '5' });
});

/** The public pages as a Node request handler. They never read a cookie: the same bytes go to everybody. */
export const answer = getRequestListener(pages.fetch, { overrideGlobalObjects: false });

/** What old replies say is over at some time. */
function knownReplyTime({ replyTime }: StoredManager, nowMs: number): ReplyTime | null {
  return replyTime && replyTime.until.toMillis() > nowMs ? replyTime.usually : null;
}
