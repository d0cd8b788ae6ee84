import { beginningOf } from '@foyer/domain/characters';
import type { Hono } from 'hono';
import { findListings } from '../directory/find-listings.ts';
import { networkOf } from '../http/network.ts';
import type { SiteEnv } from '../http/route.ts';
import { READ_COST } from '../limits/rates.ts';
import { asPage, notFound } from './answers.ts';
import { renderDirectory } from './document.tsx';
import { siteAskedFor } from './spoken.ts';

const QUERY_MAX = 80;

/** The directory for people. Machines get the sitemap, without pages that opted out of search engines. */
export function directoryRoutes(pages: Hono<SiteEnv>): void {
  pages.get('/directory', async (context) => {
    const { cloud } = context.var;
    const query = beginningOf((context.req.query('q') ?? '').toWellFormed(), QUERY_MAX).trim();
    const asked = context.req.query('page') ?? '1';
    const page = /^[1-9]\d?$/.test(asked) ? Number(asked) : 0;
    if (page < 1) return notFound(context);
    // Rendered for this request: it contains the search.
    cloud.door.admitRead(networkOf(context), READ_COST.results, cloud.now());
    const listings = await findListings(cloud, query, page, () => cloud.door.admitSearch(networkOf(context), cloud.now()));
    if (page > listings.pages) return notFound(context);
    return asPage(context, renderDirectory(siteAskedFor(context), { query, ...listings }), { isUnindexed: true, seconds: 60 });
  });
}
