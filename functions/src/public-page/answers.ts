import { SLUG_MAX } from '@foyer/domain/limits';
import { PAGE_SECONDS } from '@foyer/domain/page-state';
import { isSlugShaped } from '@foyer/domain/slug';
import type { Context } from 'hono';
import { LRUCache } from 'lru-cache';
import { publicKeys } from '../config.ts';
import type { SiteEnv } from '../http/route.ts';
import { FILE_POLICY } from '../http/security-headers.ts';
import { admitBytes } from '../limits/reads-in-turn.ts';
import { type Rendered, renderNotFound } from './document.tsx';
import { pageHeaders } from './headers.ts';
import { siteAskedFor } from './spoken.ts';

/** A redirect that may be reversed is cached just long enough to make a flood of requests one. */
const MOVED_SECONDS = 10;

/** A complete answer, the same for everyone. */
export interface PublicAnswer {
  status: 200 | 404 | 501;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
}

/** For the CDN. Browsers revalidate every time. */
export function cachedFor(seconds: number): string {
  return `public, max-age=0, s-maxage=${seconds}`;
}

export function pageAnswer(
  page: Rendered,
  {
    isUnindexed = false,
    status = 200 as 200 | 404,
    seconds = PAGE_SECONDS,
    embedOrigins = [] as readonly string[],
    policy = pageHeaders(page.styleHash, publicKeys(), embedOrigins),
  } = {},
): PublicAnswer {
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=UTF-8',
      ...policy,
      'cache-control': cachedFor(seconds),
      ...(isUnindexed ? { 'x-robots-tag': 'noindex' } : {}),
    },
    body: new TextEncoder().encode(page.html),
  };
}

export function send(context: Context, { status, headers, body }: PublicAnswer): Response {
  return context.body(body, status, headers);
}

export function asPage(context: Context, page: Rendered, how: Parameters<typeof pageAnswer>[1] = {}): Response {
  return send(context, pageAnswer(page, how));
}

/** For files that aren't pages: whatever a browser does with one, its policy lets nothing run or load. */
export function asFile(
  context: Context,
  text: string,
  type: string,
  { isUnindexed = false, status = 200 as 200 | 404 | 501, seconds = PAGE_SECONDS } = {},
): Response {
  return context.body(text, status, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': FILE_POLICY,
    'cache-control': cachedFor(seconds),
    ...(isUnindexed ? { 'x-robots-tag': 'noindex' } : {}),
  });
}

/** A page can exceed 600 kB; most have 50 kB. */
const KEPT_BYTES_MAX = 64_000_000;
const kept = new LRUCache<string, PublicAnswer>({ maxSize: KEPT_BYTES_MAX, sizeCalculation: ({ body }) => body.byteLength + 2000 });

/**
 * Sends the cached answer for this key, or creates it. The key includes everything that the answer depends on, and nothing that a caller
 * can choose freely: the store's version of a document or one of our languages, never a query. Adding parameters to an address thus causes
 * no second render. `seconds`: for how long the CDN may cache it, if that depends on the time.
 */
export function sendKept(context: Context<SiteEnv>, key: string, make: () => PublicAnswer, seconds?: number): Response {
  const known = kept.get(key);
  const answer = known ?? make();
  if (!known) kept.set(key, answer);
  admitBytes(context, answer.body.byteLength);
  if (seconds === undefined) return send(context, answer);
  return send(context, { ...answer, headers: { ...answer.headers, 'cache-control': cachedFor(seconds) } });
}

/** Cached for 30 seconds only: Hosting's default is ten minutes, in which a new page would seem broken. */
export function notFound(context: Context<SiteEnv>): Response {
  const spoken = siteAskedFor(context);
  return sendKept(context, `404 ${spoken.tag}`, () => pageAnswer(renderNotFound(spoken), { status: 404, seconds: 30 }));
}

/** One address per page: `/Ada/` and `/ADA` redirect to `/ada`. */
export function redirectOrNotFound(context: Context<SiteEnv>): Response {
  const { pathname, search } = new URL(context.req.url);
  const plain = pathname.toLowerCase().replace(/\/+$/, '').slice(1);
  if (plain.length > SLUG_MAX || `/${plain}` === pathname || !isSlugShaped(plain)) return notFound(context);
  context.header('cache-control', cachedFor(PAGE_SECONDS));
  return context.redirect(`/${plain}${search}`, 301);
}

/** Redirects from a manager's former address to the new one. Browsers keep the fragment. */
export function movedTo(context: Context, path: string): Response {
  context.header('cache-control', cachedFor(MOVED_SECONDS));
  return context.redirect(path + new URL(context.req.url).search, 301);
}
