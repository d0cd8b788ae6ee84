import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { claimPageEndpoint } from '@foyer/domain/manager';
import { nanoid } from 'nanoid';
import { beforeAll, describe, expect, test } from 'vitest';
import { someAccount } from '../support/account.ts';
import { emulators } from '../support/emulators.ts';
import { newCode, Visitor } from '../support/visitor.ts';

/** The deployed setup: Hosting in front of the built functions, as browsers see them. */
const { hosting, logFile } = emulators();
const get = (path: string, init: RequestInit = {}) =>
  fetch(hosting + path, { redirect: 'manual', signal: AbortSignal.timeout(120_000), ...init });
const browser = () => new Visitor(get, hosting);
const slug = `site-${process.pid}`;

beforeAll(async () => {
  const { idToken } = await someAccount();
  const claimed = await browser().raw(claimPageEndpoint.path, {
    method: 'PUT',
    body: JSON.stringify({ slug, name: 'Ada Moreau', headline: 'Essayist' }),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${idToken}` },
  });
  expect(claimed.status).toBe(200);
});

describe('the API behind Hosting', () => {
  test("keeps a visitor's cookie and opens the conversation with it", async () => {
    const visitor = browser();
    const { status, body } = await visitor.start(slug, { text: 'Through the front door' });
    expect(status).toBe(200);
    expect(visitor.cookie).toMatch(/^__session=./);
    const opened = await visitor.open(slug);
    expect(opened.body.messages.map((message) => message.text)).toEqual(['Through the front door']);
    expect((await visitor.send(body.conversation.id, 'And again')).status).toBe(200);
  });

  test.each([
    ['broken JSON', '{"slug": ', 'application/json', 400, 'malformed-json'],
    ['JSON of another character set', '{}', 'application/json; charset=latin1', 415, 'unsupported-content-type'],
    ['a broken compression', 'not gzip', 'application/json', 400, 'malformed-json', 'gzip'],
    ['a form', 'a=b', 'application/x-www-form-urlencoded', 415, 'unsupported-content-type'],
    ['too many bytes', JSON.stringify({ text: 'x'.repeat(40_000) }), 'application/json', 413, 'body-too-large'],
  ])('answers %s itself, as a problem', async (_, body, type, status, code, encoding?: string) => {
    const reply = await browser().raw('/api/conversations', {
      method: 'POST',
      body,
      headers: { 'content-type': type, ...(encoding ? { 'content-encoding': encoding } : {}) },
    });
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(reply.headers.get('content-type')).toBe('application/problem+json');
  });
});

describe('the public page', () => {
  test('is complete without JavaScript, cached, and the same for everyone', async () => {
    const plain = await get(`/${slug}`);
    const html = await plain.text();
    expect(plain.status).toBe(200);
    expect(plain.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=300');
    expect(plain.headers.get('set-cookie')).toBeNull();
    expect(html).toContain('<h1');
    expect(html).toContain('Ada Moreau');
    expect(html).toMatch(/<title>Ada Moreau/);
    expect(html).toContain(`rel="canonical"`);
    const visitor = browser();
    await visitor.start(slug);
    expect(await (await get(`/${slug}`, { headers: { cookie: visitor.cookie ?? '', 'accept-language': 'de' } })).text()).toBe(html);
  });

  test('allows its own script and its one style, and nothing else', async () => {
    const answer = await get(`/${slug}`);
    const html = await answer.text();
    const policy = answer.headers.get('content-security-policy') ?? '';
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))).toString('base64');
    expect(policy).toContain(`style-src 'self' 'sha256-${hash}'`);
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(html).not.toMatch(/<script(?![^>]*(?:\bsrc=|type="application\/ld\+json"))|\sstyle=|\son\w+=/);
    expect(html.match(/<script/g)).toHaveLength(2);
  });

  test("shows a manager's texts as text, whatever they contain", async () => {
    const { idToken } = await someAccount();
    const hostile = `hostile-${process.pid}`;
    await browser().raw(claimPageEndpoint.path, {
      method: 'PUT',
      body: JSON.stringify({ slug: hostile, name: '<img src=x onerror=alert(1)>', headline: '</title><script>alert(1)</script>' }),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${idToken}` },
    });
    const html = await (await get(`/${hostile}`)).text();
    expect(html).not.toMatch(/<img src=x|<script>alert/);
    expect(html).toContain('&lt;img src=x onerror=alert(1)>');
  });

  test.each([`/${slug.toUpperCase()}`, `/${slug}/`, `/${slug.toUpperCase()}/`])('is found from %s', async (path) => {
    const answer = await get(path);
    expect([answer.status, answer.headers.get('location')]).toEqual([301, `/${slug}`]);
  });

  test.each(['/nobody-lives-here', '/no.such.file', '/a/b/c', '/%00', `/${'x'.repeat(200)}`])(
    '%s is a missing page, for thirty seconds',
    async (path) => {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=30');
      expect(await answer.text()).toContain('no page at this address');
    },
  );

  test('of the site itself says what Foyer is', async () => {
    const answer = await get('/');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('href="/app/"');
  });

  test('is small', async () => {
    const html = await (await get(`/${slug}`)).text();
    expect(brotliCompressSync(html).byteLength).toBeLessThan(8000);
  });
});

test('the dashboard is served at every address below /app, never stored', async () => {
  for (const path of ['/app', '/app/c/0123', '/app.html']) {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  }
});

test("no log line has a visitor's text, name, code, cookie, email or address", async () => {
  const canary = nanoid();
  const code = newCode();
  const visitor = browser();
  const { body } = await visitor.start(slug, {
    code,
    text: `text-${canary}`,
    name: `name-${canary}`,
    email: `${canary.toLowerCase()}@canary.example`,
  });
  await visitor.send(body.conversation.id, `further-${canary}`);
  await visitor.resume(slug, code);
  await visitor.resume(slug, newCode());
  await visitor.raw('/api/conversations', {
    method: 'POST',
    body: `{"broken-${canary}`,
    headers: { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.77' },
  });
  await visitor.send(body.conversation.id, `conflict-${canary}`, body.messages[0]?.id);
  // Another process writes the log: wait until it has the line of the last conversation.
  await expect.poll(() => readFile(logFile, 'utf8'), { timeout: 60_000 }).toContain('conversation.started');
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const log = (await readFile(logFile, 'utf8')).toLowerCase();
  const cookie = visitor.cookie?.split('=')[1] ?? '';
  for (const planted of [
    canary,
    code,
    code.replace(/(.{4})(?=.)/g, '$1-'),
    cookie,
    cookie.split('.')[1] ?? '',
    '203.0.113.77',
    'canary.example',
  ]) {
    expect(planted.length).toBeGreaterThan(10);
    expect(log.includes(planted.toLowerCase()), planted).toBe(false);
  }
});
