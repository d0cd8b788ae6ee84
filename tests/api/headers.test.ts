import { newProfile } from '@foyer/domain/new-profile';
import { openGraphImagePath } from '@foyer/web/public-page/open-graph-image';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { emulators } from '../support/emulators.ts';
import { Visitor } from '../support/visitor.ts';

/** All headers of all routes as a browser gets them, through Hosting. */
const { hosting } = emulators();

/** Of the transport, of the file, and of Firebase's own emulators and framework. */
const NOT_OURS = [
  ...['connection', 'content-encoding', 'content-length', 'date', 'etag', 'keep-alive', 'last-modified', 'transfer-encoding', 'vary'],
  ...['access-control-allow-origin', 'x-powered-by'],
];
/** Have tests of their own below. */
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
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  ].join('; '),
  'content-type': 'text/html; charset=UTF-8',
};
/** The message box for a frame, where nobody has named a site that may show it. */
const EMBED = { ...PAGE, 'x-robots-tag': 'noindex' };
const FORM = {
  ...API,
  'content-security-policy':
    "default-src 'none'; style-src '{hash}'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'content-type': 'text/html; charset=UTF-8',
  'x-robots-tag': 'noindex',
};
/** Its viewer loads the site's own files and the API's document, and nothing else. */
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
/** Of a page, for other sites to show. */
const PREVIEW = { ...PICTURE, 'cross-origin-resource-policy': 'cross-origin' };
const FOR_A_MOMENT = { 'cache-control': 'public, max-age=0, s-maxage=30' };
const NO_PICTURE = { ...PICTURE, ...FOR_A_MOMENT, 'content-type': 'text/plain; charset=UTF-8' };
const REDIRECT = { ...FUNCTION, 'cache-control': 'public, max-age=0, s-maxage=300', location: '/{slug}' };

const DASHBOARD = {
  ...EVERYWHERE,
  // Also what has Safari let go of the page: one that it keeps for the way back holds on to Firestore's storage, and no other page can open that.
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'; script-src 'self' https://apis.google.com https://www.google.com/recaptcha/ https://www.gstatic.com/recaptcha/",
    "style-src 'self'; img-src 'self' data: https://*.googleusercontent.com; font-src 'self'",
    "connect-src 'self' https://firestore.googleapis.com https://identitytoolkit.googleapis.com https://securetoken.googleapis.com " +
      'https://content-firebaseappcheck.googleapis.com https://www.google.com/recaptcha/ {emulators}',
    "frame-src 'self' https://*.firebaseapp.com https://www.google.com/recaptcha/ {emulators}",
    "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'",
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
const forget = {
  'clear-site-data': '"cache", "cookies", "storage"',
  // The emulators' site is plain http; what it is by https: sessions.test.ts.
  'set-cookie': '__session=; Path=/api; Max-Age=0; HttpOnly; SameSite=Strict',
};
const copy = (format: string) => ({ 'content-disposition': `attachment; filename="conversation.${format}"` });

/** The request of a visitor with a conversation; the status; every header that the answer has. */
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

/** What the names in braces stand for. */
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

/** With the names back in braces: the hash of a style, this run's ports, the slug. */
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
    // Whether a file is to be asked for again is Hosting's own choice where we make none.
    const { 'cache-control': caching, ...rest } = Object.fromEntries(own.map(([name, value]) => [name, nameless(value)]));
    expect(
      'cache-control' in expected || caching === undefined
        ? { ...rest, ...(caching === undefined ? {} : { 'cache-control': caching }) }
        : rest,
    ).toEqual(expected);
  });
});

/** How long browsers keep an answer without asking again. */
const keptSeconds = (answer: Response) => Number(/max-age=(\d+)/.exec(answer.headers.get('cache-control') ?? '')?.[1] ?? 0);

test('every built asset is kept for a year, and nothing that is missing for longer than a moment', async () => {
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

/** What a page can ask of a device, as Chromium 153 lists it, but for what the pages use: writing to the clipboard. */
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
  'the dashboard is not at %s as well, where no policy would protect it',
  async (path) => {
    const answer = await fetch(hosting + path, { redirect: 'manual' });
    expect([301, 404]).toContain(answer.status);
  },
);
