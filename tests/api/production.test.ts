import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { build } from '../../scripts/build.ts';
import { ROOT } from '../../scripts/emulators/run-folder.ts';
import { emulators } from '../support/emulators.ts';

/** The build that is deployed, on the server that Cloud Functions runs it with. */
const folder = join(emulators().runFolder, 'production');
const [webOut, functionsOut] = [join(folder, 'web'), join(folder, 'functions')];
let server: ChildProcess;
let origin: string;

beforeAll(async () => {
  await build({ mode: 'production', webOut, functionsOut });
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const key = 'key-of-this-test-alone-'.repeat(2);
  server = spawn(process.execPath, [join(ROOT, 'node_modules/.bin/functions-framework'), '--target=api', `--port=${port}`], {
    cwd: functionsOut,
    env: {
      ...process.env,
      FIREBASE_CONFIG: JSON.stringify({ projectId: emulators().projectId }),
      RESUME_SECRET: key,
      SESSION_SECRET: key,
      PUBLIC_ORIGINS: origin,
    },
    stdio: 'ignore',
  });
  await vi.waitFor(async () => expect((await fetch(`${origin}/api/openapi.json`)).status).toBe(200), { timeout: 50_000, interval: 200 });
});
afterAll(() => {
  server?.kill();
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
  for (const name of scripts) expect(await readFile(join(assets, name), 'utf8')).not.toContain('emulators.json');
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('There is no free port.');
  return address.port;
}
