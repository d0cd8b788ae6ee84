import { newProfile } from '@foyer/domain/new-profile';
import { openGraphImagePath } from '@foyer/web/public-page/open-graph-image';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { emulators } from '../support/emulators.ts';
import { Visitor } from '../support/visitor.ts';

/** All headers of all routes as browsers get them, through Hosting. */
const { hosting } = emulators();

/** Headers of the transport, the file, and Firebase's own emulators and framework. */
const NOT_OURS = [
  ...['connection', 'content-encoding', 'content-length', 'date', 'etag', 'keep-alive', 'last-modified', 'transfer-encoding', 'vary'],
  ...['access-control-allow-origin', 'x-powered-by'],
];
/** Tested separately below. */
const APART = ['permissions-policy', 'x-frame-options'];

const EVERYWHERE = {
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
};
const FUNCTION = { ...EVERYWHERE, 'cross-origin-opener-policy': 'same-origin' };

const API = {
  ...FUNCTION,
  'cache-control': 'private, no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};
const JSON_ANSWER = { ...API, 'content-type': 'application/json' };
const PROBLEM = { ...API, 'content-type': 'application/problem+json' };

const PAGE = {
  ...FUNCTION,
  'cache-control': 'public, max-age=0, s-maxage=300',
  'content-security-policy': [
    "default-src 'none'; script-src 'self'; style-src 'self' '{hash}'; img-src 'self' data:; font-src 'self'",
    "connect-src 'self' https://firestore.googleapis.com https://identitytoolkit.googleapis.com https://securetoken.googleapis.com {emulators}",
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; worker-src 'self'",
  ].join('; '),
  'content-type': 'text/html; charset=UTF-8',
};
/** The message box in a frame, on a page whose manager named no site that may embed it. */
const EMBED = { ...PAGE, 'x-robots-tag': 'noindex' };
const FORM = {
  ...API,
  'content-security-policy':
    "default-src 'none'; style-src '{hash}'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'content-type': 'text/html; charset=UTF-8',
  'x-robots-tag': 'noindex',
};
/** Its viewer loads only the site's own files and the OpenAPI document. */
const API_DOCS = {
  ...PAGE,
  'content-security-policy': [
    "default-src 'none'; script-src 'self'; style-src 'self' '{hash}'; img-src 'self' data:; connect-src 'self'",
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
  ].join('; '),
  'x-robots-tag': 'noindex',
};
const NO_PAGE = { ...PAGE, 'cache-control': 'public, max-age=0, s-maxage=30' };
const FILE = {
  ...FUNCTION,
  'cache-control': 'public, max-age=0, s-maxage=300',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};
const noindex = { 'x-robots-tag': 'noindex' };
const PICTURE = { ...FUNCTION, 'content-security-policy': API['content-security-policy'] };
/** The preview of a page, for other sites to embed. */
const PREVIEW = { ...PICTURE, 'cross-origin-resource-policy': 'cross-origin' };
const FOR_A_MOMENT = { 'cache-control': 'public, max-age=0, s-maxage=30' };
const NO_PICTURE = { ...PICTURE, ...FOR_A_MOMENT, 'content-type': 'text/plain; charset=UTF-8' };
const REDIRECT = { ...FUNCTION, 'cache-control': 'public, max-age=0, s-maxage=300', location: '/{slug}' };

const DASHBOARD = {
  ...EVERYWHERE,
  // `no-store` also makes Safari release the page: a page in its back-forward cache keeps Firestore's storage open, and no other page can
  // open it.
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'; script-src 'self' https://apis.google.com https://www.google.com/recaptcha/ https://www.gstatic.com/recaptcha/",
    "style-src 'self'; img-src 'self' data: https://*.googleusercontent.com; font-src 'self'",
    "connect-src 'self' https://firestore.googleapis.com https://identitytoolkit.googleapis.com https://securetoken.googleapis.com " +
      'https://content-firebaseappcheck.googleapis.com https://www.google.com/recaptcha/ {emulators}',
    "frame-src 'self' https://*.firebaseapp.com https://www.google.com/recaptcha/ {emulators}",
    "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; manifest-src 'self'; object-src 'none'; worker-src 'self'",
  ].join('; '),
  'content-security-policy-report-only': "require-trusted-types-for 'script'",
  'content-type': 'text/html; charset=utf-8',
  'cross-origin-opener-policy': 'same-origin-allow-popups',
};

const SCRIPT = {
  ...EVERYWHERE,
  'cache-control': 'public, max-age=31536000, immutable',
  'content-type': 'application/javascript; charset=utf-8',
};
/** The dashboard's service worker: a fixed name, so browsers ask for it each time. Its policy applies to the requests that it makes. */
const WORKER = {
  ...EVERYWHERE,
  'cache-control': 'no-cache',
  'content-security-policy': "default-src 'none'; connect-src 'self' {emulators}; frame-ancestors 'none'; frame-src {emulators}",
  'content-type': 'application/javascript; charset=utf-8',
};
/** The visitors' service worker: a fixed name, so browsers ask for it each time. It requests nothing itself. */
const VISITOR_WORKER = {
  ...EVERYWHERE,
  'cache-control': 'no-cache',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; connect-src {emulators}; frame-src {emulators}",
  'content-type': 'application/javascript; charset=utf-8',
};
const forget = {
  'clear-site-data': '"cache", "cookies", "storage"',
  // The emulators' site is plain http; sessions.test.ts covers https.
  'set-cookie': '__session=; Path=/api; Max-Age=0; HttpOnly; SameSite=Strict',
};
const copy = (format: string) => ({ 'content-disposition': `attachment; filename="conversation.${format}"` });

/** The request of a visitor with a conversation, the status, and every header of the answer. */
const ROUTES: [string, number, Record<string, string>][] = [
  ['GET /{slug}', 200, PAGE],
  ['HEAD /{slug}', 200, PAGE],
  ['GET /{slug}/embed', 200, EMBED],
  ['GET /nobody-lives-here/embed', 404, NO_PAGE],
  ['GET /', 200, PAGE],
  ['GET /{slug}/', 301, REDIRECT],
  ['GET /{SLUG}', 301, REDIRECT],
  ['GET /nobody-lives-here', 404, NO_PAGE],
  ['GET /a/b', 404, NO_PAGE],
  ['POST /{slug}', 404, NO_PAGE],
  ['GET /api/conversations?slug={slug}', 200, JSON_ANSWER],
  ['GET /api/openapi.json', 200, JSON_ANSWER],
  ['GET /api/docs', 200, API_DOCS],
  ['HEAD /api/docs', 200, API_DOCS],
  ['POST /api/docs', 405, { ...PROBLEM, allow: 'GET, HEAD' }],
  ['GET /api/conversations/{id}/export', 200, { ...API, ...copy('json'), 'content-type': 'application/json; charset=utf-8' }],
  ['GET /api/conversations/{id}/export?format=html', 200, { ...API, ...copy('html'), 'content-type': 'text/html; charset=utf-8' }],
  ['GET /api/conversations?slug=nobody-lives-here', 404, PROBLEM],
  ['GET /api/conversations', 400, PROBLEM],
  ['GET /api/slugs/ada', 401, PROBLEM],
  ['GET /api/nothing', 404, PROBLEM],
  ['PUT /api/conversations', 405, { ...PROBLEM, allow: 'POST, GET' }],
  ['GET /api/forms/conversations?slug={slug}', 200, FORM],
  ['GET /api/forms/conversations?slug=nobody-lives-here', 404, FORM],
  ['GET /api/forms/messages?slug={slug}', 303, { ...API, location: '/api/forms/conversations?slug={slug}' }],
  ['PUT /api/forms/messages?slug={slug}', 405, { ...FORM, allow: 'POST' }],
  ['DELETE /api/sessions/current', 204, { ...API, ...forget }],
  ['GET /api/pictures', 405, { ...PROBLEM, allow: 'POST' }],
  ['GET /pictures/nothing', 404, NO_PICTURE],
  ['GET /pictures/og/{slug}/00000000.jpg', 302, { ...PREVIEW, ...FOR_A_MOMENT, location: '{preview}' }],
  ['GET {preview}', 200, { ...PREVIEW, 'cache-control': 'public, max-age=86400, s-maxage=86400', 'content-type': 'image/jpeg' }],
  ['GET {island}', 200, SCRIPT],
  ['GET /assets/island-00000000.js', 404, NO_PAGE],
  ['GET /assets/{missing}', 404, NO_PAGE],
  ['GET /examples/nothing.svg', 404, NO_PAGE],
  ['GET /nothing.png', 404, NO_PAGE],
  ['GET /app', 200, DASHBOARD],
  ['GET /app/', 200, DASHBOARD],
  ['GET /app/c/0123', 200, DASHBOARD],
  ['GET /app-worker.js', 200, WORKER],
  ['GET /app.webmanifest', 200, { ...EVERYWHERE, 'content-type': 'application/manifest+json; charset=utf-8' }],
  ['GET /images/app-192.png', 200, { ...EVERYWHERE, 'content-type': 'image/png' }],
  ['GET /notifications/worker.js', 200, VISITOR_WORKER],
  ['GET /favicon.svg', 200, { ...EVERYWHERE, 'content-type': 'image/svg+xml' }],
  ['GET /settings.json', 200, { ...EVERYWHERE, 'content-type': 'application/json; charset=utf-8' }],
  ['GET /robots.txt', 200, { ...FILE, 'content-type': 'text/plain; charset=utf-8' }],
  ['GET /sitemap.xml', 200, { ...FILE, 'content-type': 'application/xml; charset=utf-8' }],
  ['GET /llms.txt', 200, { ...FILE, 'content-type': 'text/plain; charset=utf-8' }],
  ['GET /{slug}/llms.txt', 200, { ...FILE, ...noindex, 'content-type': 'text/plain; charset=utf-8' }],
  [
    'GET /{slug}.vcf',
    200,
    { ...FILE, ...noindex, 'content-type': 'text/vcard; charset=utf-8', 'content-disposition': 'attachment; filename="{slug}.vcf"' },
  ],
  ['GET /oembed?url=x', 404, { ...FILE, 'cache-control': 'public, max-age=0, s-maxage=30', 'content-type': 'text/plain; charset=utf-8' }],
  ['GET /directory', 200, { ...PAGE, ...noindex, 'cache-control': 'public, max-age=0, s-maxage=60' }],
  ['GET /resume', 200, { ...PAGE, ...noindex }],
];

/** The values of the names in braces. */
let names: Record<string, string>;
let cookie: string;

beforeAll(async () => {
  const { slug } = await someManager(openTestCloud());
  const visitor = new Visitor((path, init) => fetch(hosting + path, init), hosting);
  const { body } = await visitor.start(slug);
  cookie = visitor.cookie ?? '';
  const html = await (await fetch(`${hosting}/${slug}`)).text();
  const island = /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? '';
  const preview = openGraphImagePath(slug, newProfile('Ada Moreau'));
  names = { preview, slug, missing: island.replace('/assets/', 'x'), SLUG: slug.toUpperCase(), id: body.conversation.id, island };
});

function ask(route: string): Promise<Response> {
  const [method = '', path = ''] = route.split(' ');
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => names[name] ?? '');
  return fetch(hosting + address, {
    method,
    redirect: 'manual',
    headers: { cookie, ...(['PUT', 'DELETE'].includes(method) ? { origin: hosting } : {}) },
  });
}

/** Replaces values with the names in braces: the hash of a style, this run's ports, the slug. */
const nameless = (value: string) =>
  value
    .replace(/'sha256-[\w+/=]{44}'/, "'{hash}'")
    .replace(/http:\/\/127\.0\.0\.1:\d+(?: http:\/\/127\.0\.0\.1:\d+)*/g, '{emulators}')
    .replace(names.preview ?? '', '{preview}')
    .replace(names.slug ?? '', '{slug}');

describe('the headers of', () => {
  test.each(ROUTES)('%s (%i) are these and no others', async (route, status, expected) => {
    const answer = await ask(route);
    const own = [...answer.headers].filter(([name]) => !NOT_OURS.includes(name) && !APART.includes(name));
    expect(answer.status).toBe(status);
    // Where we set no caching, Hosting decides.
    const { 'cache-control': caching, ...rest } = Object.fromEntries(own.map(([name, value]) => [name, nameless(value)]));
    expect(
      'cache-control' in expected || caching === undefined
        ? { ...rest, ...(caching === undefined ? {} : { 'cache-control': caching }) }
        : rest,
    ).toEqual(expected);
  });
});

/** How long browsers use an answer without revalidation. */
const keptSeconds = (answer: Response) => Number(/max-age=(\d+)/.exec(answer.headers.get('cache-control') ?? '')?.[1] ?? 0);

test('every built asset is cached for a year, and no missing one for longer than a moment', async () => {
  const html = await (await fetch(`${hosting}/app`)).text();
  const paths = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(1);
  for (const path of [...paths, ...new Set(names.island ? [names.island] : [])]) {
    expect([path, keptSeconds(await fetch(hosting + path))]).toEqual([path, 31_536_000]);
    for (const missing of [`${path}x`, `${path}/x`, path.replace('-', '-0'), path.replace('/assets/', '/assets/x/')]) {
      const answer = await fetch(hosting + missing);
      expect([missing, answer.status, keptSeconds(answer)]).toEqual([missing, 404, 0]);
    }
  }
});

test.each(ROUTES.map(([route]) => route))('nothing can put %s into a frame', async (route) => {
  const { headers } = await ask(route);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy.includes("frame-ancestors 'none'") || headers.get('x-frame-options') === 'DENY').toBe(true);
});

/** The device features that Chromium 153 lists, except the one the pages use: writing to the clipboard. */
const DEVICES = `accelerometer autoplay browsing-topics camera display-capture encrypted-media fullscreen geolocation gyroscope hid
  identity-credentials-get idle-detection local-fonts magnetometer microphone midi otp-credentials payment picture-in-picture
  publickey-credentials-create publickey-credentials-get screen-wake-lock serial usb window-management xr-spatial-tracking`
  .trim()
  .split(/\s+/);

test('no answer lets a page use a device', async () => {
  const policies = new Map<string, string[]>();
  for (const [route] of ROUTES) {
    const policy = (await ask(route)).headers.get('permissions-policy') ?? 'none at all';
    policies.set(policy, [...(policies.get(policy) ?? []), route]);
  }
  expect([...policies.values()]).toHaveLength(1);
  const features = [...policies.keys()]
    .join()
    .split(', ')
    .map((entry) => entry.split('='));
  expect(features.filter(([, who]) => who !== '()')).toEqual([]);
  expect(features.map(([name]) => name)).toEqual(expect.arrayContaining(DEVICES));
});

test.each(['/manager/index.html', '/manager/', '/manager'])(
  'the dashboard is not also at %s, where no policy would protect it',
  async (path) => {
    const answer = await fetch(hosting + path, { redirect: 'manual' });
    expect([301, 404]).toContain(answer.status);
  },
);
