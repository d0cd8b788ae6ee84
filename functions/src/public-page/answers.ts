import { SLUG_MAX } from '@foyer/domain/limits';
import { isSlugShaped } from '@foyer/domain/slug';
import { notFoundHead } from '@foyer/web/public-page/head';
import type { Context } from 'hono';
import { LRUCache } from 'lru-cache';
import { publicKeys, siteOrigins } from '../config.ts';
import type { SiteEnv } from '../http/route.ts';
import { FILE_POLICY } from '../http/security-headers.ts';
import { admitBytes } from '../limits/reads-in-turn.ts';
import { type Rendered, renderNotFound } from './document.tsx';
import { pageHeaders } from './headers.ts';

/** Seconds for which the CDN keeps what a manager can change. Browsers ask every time. */
export const PAGE_SECONDS = 300;

/** A way that may be turned round again: kept only so long that a flood of it is one question. */
const MOVED_SECONDS = 10;

/** An answer that is the same for everyone, ready to be sent. */
export interface PublicAnswer {
  status: 200 | 404 | 501;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
}

export function cachedFor(seconds: number): string {
  return `public, max-age=0, s-maxage=${seconds}`;
}

/** The site's canonical origin. */
export function siteOrigin(): string {
  return siteOrigins()[0] as string;
}

/** A rendered page with its policy. */
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

/** Renders for one request. */
export function asPage(context: Context, page: Rendered, how: Parameters<typeof pageAnswer>[1] = {}): Response {
  return send(context, pageAnswer(page, how));
}

/** Anything that is not a page: nothing in it may run or load, wherever a browser puts it. */
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

/** A page can have more than 600 kB, and most have 50. */
const KEPT_BYTES_MAX = 64_000_000;
const kept = new LRUCache<string, PublicAnswer>({ maxSize: KEPT_BYTES_MAX, sizeCalculation: ({ body }) => body.byteLength + 2000 });

/**
 * Sends what was made before under this key, or makes it. The key names everything that the answer depends on, and nothing that a caller
 * can choose: the store's version of a document, never a query. So whatever is added to an address, nothing is rendered twice.
 */
export function sendKept(context: Context<SiteEnv>, key: string, make: () => PublicAnswer): Response {
  const known = kept.get(key);
  const answer = known ?? make();
  if (!known) kept.set(key, answer);
  admitBytes(context, answer.body.byteLength);
  return send(context, answer);
}

/** Kept for 30 seconds only: Hosting would keep it for ten minutes, and a new page would look dead. */
export function notFound(context: Context<SiteEnv>): Response {
  return sendKept(context, '404', () => pageAnswer(renderNotFound(notFoundHead), { status: 404, seconds: 30 }));
}

/** One page has one address: `/Ada/` and `/ADA` lead to `/ada`. */
export function redirectOrNotFound(context: Context<SiteEnv>): Response {
  const { pathname, search } = new URL(context.req.url);
  const plain = pathname.toLowerCase().replace(/\/+$/, '').slice(1);
  if (plain.length > SLUG_MAX || `/${plain}` === pathname || !isSlugShaped(plain)) return notFound(context);
  context.header('cache-control', cachedFor(PAGE_SECONDS));
  return context.redirect(`/${plain}${search}`, 301);
}

/** From an address that the manager gave up to the same thing at their new one. A fragment goes along by itself. */
export function movedTo(context: Context, path: string): Response {
  context.header('cache-control', cachedFor(MOVED_SECONDS));
  return context.redirect(path + new URL(context.req.url).search, 301);
}
