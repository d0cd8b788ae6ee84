import { directoryHead } from '@foyer/web/public-page/head';
import type { Hono } from 'hono';
import type { Platform } from '../cloud.ts';
import { asPage, notFound, siteOrigin } from '../public-page/answers.ts';
import { renderDirectory } from '../public-page/document.tsx';
import { findListings } from './find-listings.ts';

const QUERY_MAX = 80;

/** Who asked to be found, for people to look through. Machines get the sitemap, without those who do not want search engines. */
export function directoryRoutes(pages: Hono, platform: Platform): void {
  pages.get('/directory', async (context) => {
    const query = (context.req.query('q') ?? '').toWellFormed().slice(0, QUERY_MAX).trim();
    const asked = context.req.query('page') ?? '1';
    const page = /^[1-9]\d?$/.test(asked) ? Number(asked) : 0;
    const listings = await findListings(platform, query, page);
    if (page < 1 || page > listings.pages) return notFound(context);
    const head = { ...directoryHead, address: `${siteOrigin()}/directory`, isUnindexed: true };
    return asPage(context, renderDirectory(head, { query, ...listings }), { isUnindexed: true, seconds: 60 });
  });
}
