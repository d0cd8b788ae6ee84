import { readFile } from 'node:fs/promises';
import { formatResumeCode } from '@foyer/domain/written-code';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTestCloud, someManager, type TestManager } from '../support/cloud.ts';
import { emulators } from '../support/emulators.ts';
import { storedDocuments } from '../support/stored.ts';
import { newCode, Visitor } from '../support/visitor.ts';

/** Programs that open links before people do: for previews, or to find malware in emails. */
const { hosting, logFile } = emulators();

const BOTS = [
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'Twitterbot/1.0',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'WhatsApp/2.23.20.0 A',
  'TelegramBot (like TwitterBot)',
  'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
  'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (Macintosh) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Twitterbot/1.0',
  'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5',
  'Mozilla/4.0 (compatible; ms-office; MSOffice rmj) SafeLinks',
  'Mozilla/5.0 (compatible; Mimecast; BarracudaCentral; Proofpoint URL Defense)',
];

const cloud = openTestCloud();
const code = newCode();
const link = formatResumeCode(code);
let manager: TestManager;

const browser = () => new Visitor((path, init) => fetch(hosting + path, init), hosting);

beforeAll(async () => {
  manager = await someManager(cloud);
  await browser().start(manager.slug, { code });
});

const addresses = () => [
  `/${manager.slug}`,
  `/${manager.slug}#resume=${link}`,
  `/${manager.slug}/#resume=${link}`,
  `/${manager.slug}/embed`,
  `/api/forms/conversations?slug=${manager.slug}`,
  `/api/forms/sessions?slug=${manager.slug}`,
  '/api/sessions',
  '/api/sessions/current',
  `/api/conversations?slug=${manager.slug}`,
  '/',
  '/app',
];

describe('a program that opens a link before its reader does', () => {
  test.each(BOTS)('"%s" changes nothing, gets no cookie and uses up no code', async (bot) => {
    const before = await storedDocuments();
    for (const address of addresses()) {
      for (const method of ['GET', 'HEAD']) {
        const answer = await fetch(hosting + address, { method, redirect: 'manual', headers: { 'user-agent': bot, accept: '*/*' } });
        const body = await answer.text();
        expect(answer.status, `${method} ${address}`).toBeLessThan(500);
        expect(answer.headers.get('set-cookie'), `${method} ${address}`).toBeNull();
        expect(body).not.toContain(link);
        expect(body).not.toContain(code);
      }
    }
    expect(await storedDocuments()).toEqual(before);
  });

  test('sees the same page as everyone, which names no conversation', async () => {
    const read = async (headers: Record<string, string>) => (await fetch(`${hosting}/${manager.slug}`, { headers })).text();
    // The page can change with the time, so each must be like a browser's just before or just after.
    const before = await read({});
    const seen: string[] = [];
    // One after the other: the emulator would start an instance for each, which takes a busy machine longer than its proxy waits.
    for (const bot of BOTS) seen.push(await read({ 'user-agent': bot }));
    const after = await read({});
    for (const page of seen) expect([before, after]).toContain(page);
  });

  test('leaves the code to its reader, and leaves no trace of it in the log', async () => {
    expect((await browser().resume(manager.slug, code)).status).toBe(200);
    await expect.poll(() => readFile(logFile, 'utf8'), { timeout: 60_000 }).toContain('conversation.started');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const log = (await readFile(logFile, 'utf8')).toLowerCase();
    for (const planted of [code, link]) expect(log.includes(planted.toLowerCase()), planted).toBe(false);
  });
});
