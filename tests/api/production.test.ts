import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { tables } from '@foyer/functions/db';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { build } from '../../scripts/build.ts';
import { ROOT } from '../../scripts/emulators/run-folder.ts';
import { openTestCloud, someManager } from '../support/cloud.ts';
import { emulators } from '../support/emulators.ts';
import { Visitor } from '../support/visitor.ts';

/** The build that is deployed, on the server that Cloud Functions runs it with. */
const folder = join(emulators().runFolder, 'production');
const [webOut, functionsOut] = [join(folder, 'web'), join(folder, 'functions')];
let server: ChildProcess;
let origin: string;
let port: number;

beforeAll(async () => {
  await build({ mode: 'production', webOut, functionsOut });
  port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  await serve();
});
afterAll(() => {
  server?.kill();
});

async function serve(): Promise<void> {
  const key = 'key-of-this-test-alone-'.repeat(2);
  const settings = { RESUME_SECRET: key, SESSION_SECRET: key, PUBLIC_ORIGINS: origin };
  server = spawn(process.execPath, [join(ROOT, 'node_modules/.bin/functions-framework'), '--target=api', `--port=${port}`], {
    cwd: functionsOut,
    env: { ...process.env, FIREBASE_CONFIG: JSON.stringify({ projectId: emulators().projectId }), ...settings },
    stdio: 'ignore',
  });
  await vi.waitFor(async () => expect((await fetch(`${origin}/api/openapi.json`)).status).toBe(200), { timeout: 50_000, interval: 200 });
}

test('a function killed between two sends, and in the middle of one, loses nothing', async () => {
  const cloud = openTestCloud();
  const { slug, managerId } = await someManager(cloud);
  const visitor = new Visitor((path, init) => fetch(origin + path, init), origin);
  const { body } = await visitor.start(slug, { text: 'Before' });
  const texts = ['Before'];
  for (let round = 0; round < 5; round++) {
    const id = nanoid();
    const text = `Message ${round}`;
    // Killed a little later each time: before, during and after the write.
    const cut = visitor.send(body.conversation.id, text, id).catch(() => null);
    await new Promise((resolve) => setTimeout(resolve, round * 4));
    const ended = new Promise((resolve) => server.once('close', resolve));
    server.kill('SIGKILL');
    await Promise.all([cut, ended]);
    await serve();
    expect((await visitor.send(body.conversation.id, text, id)).status).toBe(200);
    texts.push(text);
  }
  const table = tables(await cloud.firestore());
  const stored = await table.messages(managerId, body.conversation.id).orderBy('createdAt').get();
  expect(stored.docs.map((message) => message.data().text)).toEqual(texts);
  expect((await table.conversation(managerId, body.conversation.id).get()).data()).toMatchObject({
    messageCount: texts.length,
    unread: texts.length,
  });
});

test.each([
  ['broken JSON', '{"slug": ', 'application/json', 'malformed-json'],
  ['JSON of an unknown character set', '{}', 'application/json; charset=bogus', 'unsupported-content-type'],
  ['a form', 'a=b', 'application/x-www-form-urlencoded', 'unsupported-content-type'],
])('the runtime leaves %s to our own parser', async (_, body, type, code) => {
  const answer = await fetch(`${origin}/api/conversations`, { method: 'POST', body, headers: { 'content-type': type, origin } });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(await answer.json()).toMatchObject({ code });
});

test('no file for browsers knows of emulators', async () => {
  const assets = join(webOut, 'assets');
  const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(3);
  for (const name of scripts) expect(await readFile(join(assets, name), 'utf8')).not.toMatch(/emulators\.json|believes any address/);
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('There is no free port.');
  return address.port;
}
