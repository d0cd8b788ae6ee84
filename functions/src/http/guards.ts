import { createMiddleware } from 'hono/factory';
import { logs } from '../logs.ts';
import { Problem } from './problem.ts';
import { isRead, type SiteEnv } from './route.ts';
import { FILE_POLICY, SECURITY_HEADERS } from './security-headers.ts';

/** On every answer of the API: private, never stored, never framed, never sniffed. A page among them has a policy of its own. `private` also lets Hosting keep `Set-Cookie`. */
export const apiHeaders = createMiddleware<SiteEnv>(async (context, next) => {
  await next();
  const { headers } = context.res;
  headers.set('cache-control', 'private, no-store');
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', FILE_POLICY);
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) headers.set(name, value);
});

/** A write must come from one of the site's own pages: browsers cannot forge `Origin` or `Sec-Fetch-Site`. */
export const ownOriginOnly = createMiddleware<SiteEnv>(async (context, next) => {
  if (!isRead(context.req.method)) {
    const fetchSite = context.req.header('sec-fetch-site');
    const isOwn = context.var.cloud.config.origins.includes(context.req.header('origin') ?? '');
    if (!isOwn || (fetchSite !== undefined && fetchSite !== 'same-origin')) {
      logs.originRefused();
      throw new Problem('foreign-origin');
    }
  }
  await next();
});
