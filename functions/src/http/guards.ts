import { createMiddleware } from 'hono/factory';
import { Problem } from './problem.ts';
import type { Env } from './route.ts';

/** On every answer of the API: private, never stored, never framed, never sniffed. `private` also lets Hosting keep `Set-Cookie`. */
export const apiHeaders = createMiddleware<Env>(async (context, next) => {
  await next();
  const { headers } = context.res;
  headers.set('cache-control', 'private, no-store');
  headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('referrer-policy', 'no-referrer');
  headers.set('x-content-type-options', 'nosniff');
});

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A write must come from one of the site's own pages: browsers cannot forge `Origin` or `Sec-Fetch-Site`. */
export const ownOriginOnly = createMiddleware<Env>(async (context, next) => {
  if (!READS.has(context.req.method)) {
    const fetchSite = context.req.header('sec-fetch-site');
    const isOwn = context.var.cloud.config.origins.includes(context.req.header('origin') ?? '');
    if (!isOwn || (fetchSite !== undefined && fetchSite !== 'same-origin')) throw new Problem('foreign-origin');
  }
  await next();
});
