import { directoryHead } from '@foyer/web/public-page/head';
import type { Hono } from 'hono';
import { findListings } from '../directory/find-listings.ts';
import { networkOf } from '../http/network.ts';
import type { SiteEnv } from '../http/route.ts';
import { READ_COST } from '../limits/rates.ts';
import { asPage, notFound, siteOrigin } from './answers.ts';
import { renderDirectory } from './document.tsx';

const QUERY_MAX = 80;

/** Who asked to be found, for people to look through. Machines get the sitemap, without those who do not want search engines. */
export function directoryRoutes(pages: Hono<SiteEnv>): void {
  pages.get('/directory', async (context) => {
    const { cloud } = context.var;
    const query = (context.req.query('q') ?? '').toWellFormed().slice(0, QUERY_MAX).trim();
    const asked = context.req.query('page') ?? '1';
    const page = /^[1-9]\d?$/.test(asked) ? Number(asked) : 0;
    if (page < 1) return notFound(context);
    // Rendered for this reader, with what they looked for in it.
    cloud.door.admitRead(networkOf(context), READ_COST.results, cloud.now());
    const listings = await findListings(cloud, query, page, () => cloud.door.admitSearch(networkOf(context), cloud.now()));
    if (page > listings.pages) return notFound(context);
    const head = { ...directoryHead, address: `${siteOrigin()}/directory`, isUnindexed: true };
    return asPage(context, renderDirectory(head, { query, ...listings }), { isUnindexed: true, seconds: 60 });
  });
}
