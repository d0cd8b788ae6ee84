import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { vi } from 'vitest';
import { build } from '../../tools/build.ts';
import { ROOT } from '../../tools/emulators/run-folder.ts';
import { emulators } from './emulators.ts';

/** A running instance of a function, by default the API, as deployed: the production build on the server that Cloud Functions uses. */
export interface Instance {
  origin: string;
  /** Kills it immediately, like a lost machine. */
  kill(): Promise<void>;
  /** In MB. */
  peakMemory(): Promise<number>;
}

export async function buildProduction(): Promise<{ webOut: string; functionsOut: string }> {
  const folder = join(emulators().runFolder, 'production');
  const outputs = { webOut: join(folder, 'web'), functionsOut: join(folder, 'functions') };
  await build({ mode: 'production', ...outputs });
  return outputs;
}

export const READY = {
  api: { path: '/api/openapi.json', status: 200 },
  page: { path: '/', status: 200 },
  pictures: { path: '/pictures', status: 404 },
  views: { path: '/api/views', status: 405 },
} as const;

/** The proxy between callers and instances in tests, such as 192.0.2.254. Without it all callers would be one network. */
export const TRUSTED_PROXIES = '192.0.2.0/24';

const KEY = 'key-of-this-test-alone-'.repeat(2);

/** Starts one instance against the emulators. Instances of the API share their secrets. `sites` are further origins of the site. */
export async function startInstance(
  functionsOut: string,
  { port, sites = [], target = 'api' }: { port?: number; sites?: readonly string[]; target?: keyof typeof READY } = {},
): Promise<Instance> {
  const chosen = port ?? (await freePort());
  const origin = `http://127.0.0.1:${chosen}`;
  const server = spawnInstance(functionsOut, { port: chosen, target, sites });
  await vi.waitFor(
    async () => {
      const { path, status } = READY[target];
      if ((await fetch(origin + path)).status !== status) throw new Error('not ready');
    },
    { timeout: 120_000, interval: 200 },
  );
  return { origin, kill: () => killed(server), peakMemory: () => peakMemoryOf(server) };
}

/** Starts the process of an instance without waiting. As deployed, only the API has secrets. */
export function spawnInstance(
  functionsOut: string,
  {
    port,
    target,
    sites = [],
    holdsSecrets = target === 'api',
  }: { port: number; target: keyof typeof READY; sites?: readonly string[]; holdsSecrets?: boolean },
): ChildProcess {
  const secrets = holdsSecrets
    ? { RESUME_SECRET: KEY, SESSION_SECRET: KEY, VAPID_PRIVATE_KEY: 'off', SMTP_URL: 'off', ADDRESS_KEY: KEY }
    : {};
  const settings = {
    ...secrets,
    PUBLIC_ORIGINS: [`http://127.0.0.1:${port}`, ...sites].join(','),
    TRUSTED_PROXIES,
    FUNCTION_TARGET: target,
  };
  const { projectId } = emulators();
  return spawn(process.execPath, [join(ROOT, 'node_modules/.bin/functions-framework'), `--port=${port}`], {
    cwd: functionsOut,
    env: { ...process.env, FIREBASE_CONFIG: JSON.stringify({ projectId, storageBucket: `${projectId}.appspot.com` }), ...settings },
    stdio: 'ignore',
  });
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('There is no free port.');
  return address.port;
}

export async function killed(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('close', resolve));
  server.kill('SIGKILL');
  await ended;
}

async function peakMemoryOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}
