import { RESUME_PATH } from '@foyer/domain/resume-code';
import { isSlugShaped } from '@foyer/domain/slug';
import { Hono } from 'hono';
import type { Site } from '../cloud.ts';
import { siteOrigin } from '../config.ts';
import type { StoredManager } from '../db.ts';
import { refuseReader } from '../http/refuse-reader.ts';
import type { SiteEnv } from '../http/route.ts';
import { SECURITY_HEADERS } from '../http/security-headers.ts';
import { readsInTurn } from '../limits/reads-in-turn.ts';
import { findMoved } from '../managers/find-manager.ts';
import { lookUp } from '../managers/look-up.ts';
import { movedTo, notFound, pageAnswer, redirectOrNotFound, sendKept } from './answers.ts';
import { apiDocsRoute } from './api-docs.ts';
import { directoryRoutes } from './directory-routes.ts';
import { renderFront, renderResume } from './document.tsx';
import { machineRoutes } from './machine-routes.ts';
import { embedAnswer, embedKey, freshFor, profileAnswer, profileKey } from './profile-answer.ts';
import { siteAskedFor } from './spoken.ts';

/** A manager can't publish more often than this while a page is cached. A higher revision is made up. */
const REVISIONS_AHEAD_MAX = 50;

/**
 * The public pages, the same for everyone. Unknown query parameters change nothing: shared links often have some. Foyer's own pages are in
 * English, or in the language given by `?lang=`.
 */
export function createPages(site: Site): Hono<SiteEnv> {
  const pages = new Hono<SiteEnv>({ strict: true });

  pages.use(async (context, next) => {
    context.set('cloud', site);
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) context.res.headers.set(name, value);
  });
  pages.use(readsInTurn);

  pages.get('/', (context) => {
    const spoken = siteAskedFor(context);
    return sendKept(context, `front ${spoken.tag}`, () => pageAnswer(renderFront(spoken, new URL(siteOrigin()).host)));
  });
  pages.get(RESUME_PATH, (context) => {
    const spoken = siteAskedFor(context);
    return sendKept(context, `resume ${spoken.tag}`, () => pageAnswer(renderResume(spoken), { isUnindexed: true }));
  });
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
    return sendKept(context, profileKey(known, now), () => profileAnswer(known, now), freshFor(known.manager, now));
  });

  /** The message box for a frame on another site, if the manager has allowed that site. */
  pages.get('/:slug/embed', async (context) => {
    const slug = context.req.param('slug');
    if (!isSlugShaped(slug)) return notFound(context);
    const known = await lookUp(context, slug);
    if (!known) {
      const moved = await findMoved(site, slug);
      return moved ? movedTo(context, `/${moved.manager.slug}/embed`) : notFound(context);
    }
    const now = site.now();
    return sendKept(context, embedKey(known, now), () => embedAnswer(known, now), freshFor(known.manager, now));
  });

  pages.all('*', (context) => redirectOrNotFound(context));

  pages.onError((cause, context) => refuseReader(context, 'page', cause));
  return pages;
}

/** Whether a page is as new as `?v=` says; managers' links to a page they have just published use it. */
function hasRevision(asked: string | undefined): (manager: StoredManager) => boolean {
  const wanted = Number(/^\d{1,9}$/.exec(asked ?? '')?.[0] ?? 0);
  return ({ revision = 0 }) => revision >= wanted || wanted > revision + REVISIONS_AHEAD_MAX;
}
