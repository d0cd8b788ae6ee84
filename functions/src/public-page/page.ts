import { SLUG_MAX } from '@foyer/domain/limits';
import { isSlugShaped } from '@foyer/domain/slug';
import { frontHead, notFoundHead, profileHead } from '@foyer/web/public-page/head';
import { getRequestListener } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { openPlatform } from '../cloud.ts';
import { publicKeys, siteOrigins } from '../config.ts';
import { SECURITY_HEADERS } from '../http/security-headers.ts';
import { logs } from '../logs.ts';
import { findManager } from '../managers/find-manager.ts';
import { renderFront, renderNotFound, renderProfile } from './document.tsx';
import { renderEmbed } from './embed.tsx';
import { pageHeaders } from './headers.ts';

const platform = openPlatform();
const pages = new Hono({ strict: true });

pages.use(async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) context.res.headers.set(name, value);
});

pages.get('/', (context) => context.html(...found(renderFront({ ...frontHead, address: addressOf('/') }))));

pages.get('/:slug', async (context) => {
  const slug = context.req.param('slug');
  if (!isSlugShaped(slug)) return redirectOrNotFound(context);
  const known = await findManager(platform, slug);
  if (!known) return notFound(context);
  const { managerId, manager } = known;
  const { recaptchaKey } = publicKeys();
  const head = { ...profileHead(manager.profile), address: addressOf(`/${slug}`) };
  return context.html(
    ...found(
      renderProfile(head, {
        profile: manager.profile,
        facts: { replyTime: null, today: dayAt(platform.now(), manager.profile.timeZone), verified: [] },
        slug,
        managerId,
        recaptchaKey: recaptchaKey ?? undefined,
      }),
    ),
  );
});

/** The message box for a frame on another site, if the manager has named that site. */
pages.get('/:slug/embed', async (context) => {
  const slug = context.req.param('slug');
  const known = isSlugShaped(slug) ? await findManager(platform, slug) : null;
  if (!known) return notFound(context);
  const { managerId, manager } = known;
  const { html, styleHash } = renderEmbed({
    profile: manager.profile,
    slug,
    managerId,
    recaptchaKey: publicKeys().recaptchaKey ?? undefined,
  });
  return context.html(html, 200, {
    ...pageHeaders(styleHash, publicKeys(), manager.profile.reach.embedOrigins),
    'cache-control': 'public, max-age=0, s-maxage=300',
    'x-robots-tag': 'noindex',
  });
});

pages.all('*', (context) => redirectOrNotFound(context));

pages.onError((cause, context) => {
  logs.requestFailed(context.req.method, 'page', cause);
  context.header('cache-control', 'no-store');
  return context.text('Something went wrong on our side. Please try again in a moment.', 503, { 'retry-after': '5' });
});

/** The public pages as a Node request handler. They never read a cookie: the same bytes go to everybody. */
export const answer = getRequestListener(pages.fetch, { overrideGlobalObjects: false });

/** One page has one address: `/Ada/` and `/ADA` lead to `/ada`. */
function redirectOrNotFound(context: Context): Response | Promise<Response> {
  const { pathname } = new URL(context.req.url);
  const plain = pathname.toLowerCase().replace(/\/+$/, '').slice(1);
  if (plain.length > SLUG_MAX || `/${plain}` === pathname || !isSlugShaped(plain)) return notFound(context);
  context.header('cache-control', 'public, max-age=0, s-maxage=300');
  return context.redirect(`/${plain}`, 301);
}

/** Kept for 30 seconds only: Hosting would keep it for ten minutes, and a new page would look dead. */
function notFound(context: Context): Response | Promise<Response> {
  const page = renderNotFound(notFoundHead);
  return context.html(page.html, 404, { ...pageHeaders(page.styleHash, publicKeys()), 'cache-control': 'public, max-age=0, s-maxage=30' });
}

function found(page: { html: string; styleHash: string }) {
  return [page.html, 200, { ...pageHeaders(page.styleHash, publicKeys()), 'cache-control': 'public, max-age=0, s-maxage=300' }] as const;
}

/** The day at a time in a zone, as `2026-11-21`. */
function dayAt(ms: number, timeZone = 'UTC'): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(ms);
}

function addressOf(path: string): string {
  return `${siteOrigins()[0]}${path}`;
}
