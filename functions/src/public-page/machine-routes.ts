import { PAGE_SECONDS, pauseAt } from '@foyer/domain/page-state';
import { isSlugShaped } from '@foyer/domain/slug';
import type { Context, Hono } from 'hono';
import type { Site } from '../cloud.ts';
import { siteOrigin, siteOrigins } from '../config.ts';
import { type Named, namedToMachines } from '../directory/find-listings.ts';
import { ROBOTS_PATH } from '../http/robots-path.ts';
import type { SiteEnv } from '../http/route.ts';
import { type FoundManager, findMoved } from '../managers/find-manager.ts';
import { lookUp } from '../managers/look-up.ts';
import { asFile, movedTo, notFound } from './answers.ts';
import { oembedOf, slugAt } from './machines/oembed.ts';
import { pageAsText } from './machines/page-as-text.ts';
import { llmsTxt, robotsTxt, sitemapXml } from './machines/site-files.ts';
import { vcardOf } from './machines/vcard.ts';
import { freshFor } from './profile-answer.ts';

/** What programs read: the site's files, and other formats of each page. */
export function machineRoutes(pages: Hono<SiteEnv>, site: Site): void {
  pages.get(ROBOTS_PATH, (context) => asFile(context, robotsTxt(siteOrigin()), 'text/plain'));

  const sitemap = madeOnce((named) => sitemapXml(siteOrigin(), named));
  pages.get('/sitemap.xml', async (context) => asFile(context, sitemap(await namedToMachines(site)), 'application/xml'));

  const llms = madeOnce((named) => llmsTxt(siteOrigin(), named));
  pages.get('/llms.txt', async (context) => asFile(context, llms(await namedToMachines(site)), 'text/plain'));

  pages.get('/:file{[^/]+\\.vcf}', (context) =>
    ofPage(context, context.req.param('file').slice(0, -4), '.vcf', ({ manager: { profile, slug } }) => {
      const text = vcardOf(profile, { origin: siteOrigin(), address: `${siteOrigin()}/${slug}` });
      context.header('content-disposition', `attachment; filename="${slug}.vcf"`);
      return asFile(context, text, 'text/vcard', { isUnindexed: true });
    }),
  );

  pages.get('/:slug/llms.txt', (context) =>
    ofPage(context, context.req.param('slug'), '/llms.txt', ({ manager }) => {
      const pause = pauseAt(manager, site.now());
      const text = pageAsText(manager.profile, { address: `${siteOrigin()}/${manager.slug}`, pause });
      return asFile(context, text, 'text/plain', { isUnindexed: true, seconds: freshFor(manager, site.now()) });
    }),
  );

  pages.get('/oembed', async (context) => {
    const { url = '', format = 'json', maxwidth, maxheight } = context.req.query();
    if (format !== 'json') return asProblem(context, 501, 'Only JSON is supported.');
    const slug = slugAt(url, siteOrigins());
    const found = slug === null ? null : ((await lookUp(context, slug)) ?? (await findMoved(site, slug)));
    if (!found) return asProblem(context, 404, 'There’s no page at this address.');
    const { profile, slug: current } = found.manager;
    const answer = oembedOf(profile, { origin: siteOrigin(), slug: current, seconds: PAGE_SECONDS, room: { maxwidth, maxheight } });
    return asFile(context, JSON.stringify(answer), 'application/json', { isUnindexed: true });
  });

  /** Another format of a page: answers 404 or redirects whenever the page does. */
  async function ofPage(context: Context<SiteEnv>, slug: string, suffix: string, answer: (found: FoundManager) => Response) {
    if (!isSlugShaped(slug)) return notFound(context);
    const found = await lookUp(context, slug);
    if (found) return answer(found);
    const moved = await findMoved(site, slug);
    return moved ? movedTo(context, `/${moved.manager.slug}${suffix}`) : notFound(context);
  }
}

/** Generates a file once for as long as the same list is cached. */
function madeOnce(make: (named: readonly Named[]) => string): (named: readonly Named[]) => string {
  const made = new WeakMap<readonly Named[], string>();
  return (named) => {
    const text = made.get(named) ?? make(named);
    made.set(named, text);
    return text;
  };
}

function asProblem(context: Context, status: 404 | 501, sentence: string): Response {
  return asFile(context, sentence, 'text/plain', { status, seconds: 30 });
}
