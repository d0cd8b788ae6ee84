import { createApp } from '@foyer/functions/app';
import { nanoid } from 'nanoid';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ORIGIN, openTestCloud, PROXIES, someManager } from '../support/cloud.ts';
import { newCode, Visitor } from '../support/visitor.ts';

const written: [event: string, details: Record<string, unknown>][] = [];
vi.mock('firebase-functions/logger', () => {
  const write = (event: string, details: Record<string, unknown> = {}) => written.push([event, details]);
  return { info: write, warn: write, error: write };
});

/** One line a minute is written per kind and reason, so each test uses its own kinds. */
beforeEach(() => {
  written.length = 0;
});
afterEach(() => {
  vi.restoreAllMocks();
});

const cloud = openTestCloud();
cloud.config = { ...cloud.config, trustedProxies: PROXIES };
const app = createApp(cloud);
/** In a wide network that no other test uses. */
const ADDRESS = `100.64.${Math.floor(Math.random() * 250)}.77`;
const browser = () => new Visitor(app.request, ORIGIN, ADDRESS);
const linesOf = (event: string) => written.filter(([name]) => name === event).map(([, details]) => details);

test('a write from another site is logged, once a minute however many come', async () => {
  const foreign = new Visitor(app.request, 'https://evil.example', ADDRESS);
  for (let count = 0; count < 30; count++) await foreign.raw('/api/sessions', { method: 'POST' });
  expect(linesOf('origin.refused')).toEqual([{ reason: 'foreign', times: 1 }]);
  const later = Date.now() + 61_000;
  vi.spyOn(Date, 'now').mockReturnValue(later);
  await foreign.raw('/api/sessions', { method: 'POST' });
  expect(linesOf('origin.refused')[1]).toEqual({ reason: 'foreign', times: 30 });
});

test("a refused sign-in is logged with Auth's reason", async () => {
  await browser().raw('/api/slugs/ada', { method: 'GET', headers: { authorization: 'Bearer no.such.token' } });
  expect(linesOf('sign-in.refused')).toEqual([{ reason: 'auth/argument-error', times: 1 }]);
});

test('a cookie with a wrong signature, a wrong code and a wrong proof are logged', async () => {
  const { slug } = await someManager(cloud);
  const forger = browser();
  forger.cookie = '__session=W10.forged';
  await forger.open(slug);
  await browser().resume(slug, newCode());
  await browser().start(slug, { code: newCode(), messageId: nanoid(), proof: 'e30=' });
  expect(linesOf('cookie.refused')).toEqual([{ reason: 'signature', times: 1 }]);
  expect(linesOf('code.refused')).toEqual([{ reason: 'unknown', times: 1 }]);
  expect(linesOf('proof.refused')).toEqual([{ reason: 'unsolved', times: 1 }]);
});

test('a call through the site from an unlisted proxy is logged, a direct call is not', async () => {
  const { slug } = await someManager(cloud);
  const resume = (headers: Record<string, string>) =>
    app.request('/api/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: ORIGIN, ...headers },
      body: JSON.stringify({ slug, code: newCode() }),
    });
  const site = new URL(ORIGIN).host;
  await resume({ 'x-forwarded-for': `${ADDRESS}, 192.0.2.9`, 'x-forwarded-host': site });
  await resume({ 'x-forwarded-for': ADDRESS });
  await resume({ 'x-forwarded-for': ADDRESS, 'x-forwarded-host': 'functions.example' });
  expect(linesOf('proxy.unlisted')).toEqual([]);
  expect((await resume({ 'x-forwarded-for': ADDRESS, 'x-forwarded-host': site })).status).toBe(404);
  expect(linesOf('proxy.unlisted')).toEqual([{ reason: 'address', times: 1 }]);
});

test('a replaced code is logged with its manager; no line has a code, cookie or address', async () => {
  const { slug, managerId } = await someManager(cloud);
  const visitor = browser();
  const [first, second] = [newCode(), newCode()];
  const { body } = await visitor.start(slug, { code: first, text: 'Only for Ada', email: 'mina@example.com' });
  expect((await visitor.replaceCode(body.conversation.id, second)).status).toBe(204);
  expect(linesOf('code.replaced')).toEqual([{ managerId }]);
  const log = JSON.stringify(written);
  for (const secret of [first, second, visitor.cookie ?? '', ADDRESS, 'Only for Ada', 'mina@example.com'])
    expect(log).not.toContain(secret);
});
