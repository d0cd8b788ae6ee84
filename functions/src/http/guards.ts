import { stopMailForm } from '@foyer/domain/mail-form';
import { createMiddleware } from 'hono/factory';
import { logs } from '../logs.ts';
import { Problem } from './problem.ts';
import { isRead, type SiteEnv } from './route.ts';
import { FILE_POLICY, SECURITY_HEADERS } from './security-headers.ts';

/** Every API answer is private, never stored, framed or sniffed. Pages keep their own policy. `private` lets Hosting keep `Set-Cookie`. */
export const apiHeaders = createMiddleware<SiteEnv>(async (context, next) => {
  await next();
  const { headers } = context.res;
  headers.set('cache-control', 'private, no-store');
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', FILE_POLICY);
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) headers.set(name, value);
});

/**
 * Requires writes to come from the site's own pages: a page cannot forge `Origin` or `Sec-Fetch-Site`. Mail programs have no origin: their
 * one-click stop is allowed by its signed link alone, and uses no cookie.
 */
export const ownOriginOnly = createMiddleware<SiteEnv>(async (context, next) => {
  if (!isRead(context.req.method) && context.req.path !== stopMailForm.path) {
    const fetchSite = context.req.header('sec-fetch-site');
    const isOwn = context.var.cloud.config.origins.includes(context.req.header('origin') ?? '');
    if (!isOwn || (fetchSite !== undefined && fetchSite !== 'same-origin')) {
      logs.originRefused();
      throw new Problem('foreign-origin');
    }
  }
  await next();
});
