import { isSlugShaped } from '@foyer/domain/slug';
import type { Context, Hono } from 'hono';
import type { Platform } from '../cloud.ts';
import { siteOrigins } from '../config.ts';
import { namedToMachines } from '../directory/find-listings.ts';
import { ROBOTS_PATH } from '../http/robots-path.ts';
import { type FoundManager, findManager, findMoved } from '../managers/find-manager.ts';
import { asFile, movedTo, notFound, PAGE_SECONDS, siteOrigin } from './answers.ts';
import { oembedOf, slugAt } from './machines/oembed.ts';
import { pageAsText } from './machines/page-as-text.ts';
import { llmsTxt, robotsTxt, sitemapXml } from './machines/site-files.ts';
import { vcardOf } from './machines/vcard.ts';

/** What programs read: of the site, and of each page in another form. */
export function machineRoutes(pages: Hono, platform: Platform): void {
  pages.get(ROBOTS_PATH, (context) => asFile(context, robotsTxt(siteOrigin()), 'text/plain'));

  pages.get('/sitemap.xml', async (context) =>
    asFile(context, sitemapXml(siteOrigin(), await namedToMachines(platform)), 'application/xml'),
  );

  pages.get('/llms.txt', async (context) => asFile(context, llmsTxt(siteOrigin(), await namedToMachines(platform)), 'text/plain'));

  pages.get('/:file{[^/]+\\.vcf}', (context) =>
    ofPage(context, context.req.param('file').slice(0, -4), '.vcf', ({ manager: { profile, slug } }) => {
      const text = vcardOf(profile, { origin: siteOrigin(), address: `${siteOrigin()}/${slug}` });
      context.header('content-disposition', `attachment; filename="${slug}.vcf"`);
      return asFile(context, text, 'text/vcard', { isUnindexed: true });
    }),
  );

  pages.get('/:slug/llms.txt', (context) =>
    ofPage(context, context.req.param('slug'), '/llms.txt', ({ manager: { profile, slug } }) =>
      asFile(context, pageAsText(profile, { address: `${siteOrigin()}/${slug}` }), 'text/plain', { isUnindexed: true }),
    ),
  );

  pages.get('/oembed', async (context) => {
    const { url = '', format = 'json', maxwidth, maxheight } = context.req.query();
    if (format !== 'json') return asProblem(context, 501, 'Only JSON is spoken here.');
    const slug = slugAt(url, siteOrigins());
    const found = slug === null ? null : ((await findManager(platform, slug)) ?? (await findMoved(platform, slug)));
    if (!found) return asProblem(context, 404, 'There is no page at this address.');
    const { profile, slug: current } = found.manager;
    const answer = oembedOf(profile, { origin: siteOrigin(), slug: current, seconds: PAGE_SECONDS, room: { maxwidth, maxheight } });
    return asFile(context, JSON.stringify(answer), 'application/json', { isUnindexed: true });
  });

  /** The page's own other form: not there where the page is not, and moved with it. */
  async function ofPage(context: Context, slug: string, suffix: string, answer: (found: FoundManager) => Response) {
    if (!isSlugShaped(slug)) return notFound(context);
    const found = await findManager(platform, slug);
    if (found) return answer(found);
    const moved = await findMoved(platform, slug);
    return moved ? movedTo(context, `/${moved.manager.slug}${suffix}`) : notFound(context);
  }
}

function asProblem(context: Context, status: 404 | 501, sentence: string): Response {
  return asFile(context, sentence, 'text/plain', { status, seconds: 30 });
}
