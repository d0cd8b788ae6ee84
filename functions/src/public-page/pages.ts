import { RESUME_PATH } from '@foyer/domain/resume-code';
import { isSlugShaped } from '@foyer/domain/slug';
import { frontHead, resumeHead } from '@foyer/web/public-page/head';
import { Hono } from 'hono';
import type { Site } from '../cloud.ts';
import type { StoredManager } from '../db.ts';
import { refuseReader } from '../http/refuse-reader.ts';
import type { SiteEnv } from '../http/route.ts';
import { SECURITY_HEADERS } from '../http/security-headers.ts';
import { readsInTurn } from '../limits/reads-in-turn.ts';
import { findMoved } from '../managers/find-manager.ts';
import { lookUp } from '../managers/look-up.ts';
import { movedTo, notFound, pageAnswer, redirectOrNotFound, sendKept, siteOrigin } from './answers.ts';
import { apiDocsRoute } from './api-docs.ts';
import { directoryRoutes } from './directory-routes.ts';
import { renderFront, renderResume } from './document.tsx';
import { machineRoutes } from './machine-routes.ts';
import { embedAnswer, profileAnswer, profileKey } from './profile-answer.ts';

/** A manager cannot publish more often than this while a page is remembered. A higher revision was made up. */
const REVISIONS_AHEAD_MAX = 50;

/** The public pages, the same for everybody. Query parameters that nothing here knows change nothing: shared links often carry some. */
export function createPages(site: Site): Hono<SiteEnv> {
  const pages = new Hono<SiteEnv>({ strict: true });

  pages.use(async (context, next) => {
    context.set('cloud', site);
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) context.res.headers.set(name, value);
  });
  pages.use(readsInTurn);

  pages.get('/', (context) =>
    sendKept(context, 'front', () => pageAnswer(renderFront({ ...frontHead, address: `${siteOrigin()}/` }, new URL(siteOrigin()).host))),
  );
  pages.get(RESUME_PATH, (context) => sendKept(context, 'resume', () => pageAnswer(renderResume(resumeHead), { isUnindexed: true })));
  directoryRoutes(pages);
  machineRoutes(pages, site);
  apiDocsRoute(pages);

  pages.get('/:slug', async (context) => {
    const slug = context.req.param('slug');
    if (!isSlugShaped(slug)) return redirectOrNotFound(context);
    const known = await lookUp(context, slug, hasRevision(context.req.query('v')));
    if (!known) {
      const moved = await findMoved(site, slug);
      return moved ? movedTo(context, `/${moved.manager.slug}`) : notFound(context);
    }
    const now = site.now();
    return sendKept(context, profileKey(known, now), () => profileAnswer(known, now));
  });

  /** The message box for a frame on another site, if the manager has named that site. */
  pages.get('/:slug/embed', async (context) => {
    const slug = context.req.param('slug');
    if (!isSlugShaped(slug)) return notFound(context);
    const known = await lookUp(context, slug);
    if (!known) {
      const moved = await findMoved(site, slug);
      return moved ? movedTo(context, `/${moved.manager.slug}/embed`) : notFound(context);
    }
    return sendKept(context, `embed ${known.managerId} ${known.version}`, () => embedAnswer(known));
  });

  pages.all('*', (context) => redirectOrNotFound(context));

  pages.onError((cause, context) => refuseReader(context, 'page', cause));
  return pages;
}

/** Whether a page is as new as `?v=` says, which a manager's link to what they have just published does. */
function hasRevision(asked: string | undefined): (manager: StoredManager) => boolean {
  const wanted = Number(/^\d{1,9}$/.exec(asked ?? '')?.[0] ?? 0);
  return ({ revision = 0 }) => revision >= wanted || wanted > revision + REVISIONS_AHEAD_MAX;
}
