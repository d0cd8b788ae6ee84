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

export interface Ready {
  path: string;
  request?: RequestInit;
  status: number;
}

/** What each function answers as soon as it runs. */
export const READY = {
  api: { path: '/api/openapi.json', status: 200 },
  page: { path: '/', status: 200 },
  pictures: { path: '/pictures', status: 404 },
  views: { path: '/api/views', status: 405 },
  onMessageCreated: { path: '/', request: messageCreated(), status: 204 },
} as const satisfies Record<string, Ready>;

/** The event of a visitor's message to a manager who wants no notifications, as Eventarc delivers it. */
function messageCreated(): RequestInit {
  const path = 'managers/nobody/conversations/none/messages/first';
  const name = `projects/demo-cold/databases/(default)/documents/${path}`;
  const at = '2026-01-01T09:00:00.000000Z';
  const fields = {
    version: { integerValue: '2' },
    kind: { stringValue: 'text' },
    sender: { stringValue: 'visitor' },
    text: { stringValue: 'Good morning' },
    createdAt: { timestampValue: at },
  };
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'ce-datacontenttype': 'application/json',
      'ce-specversion': '1.0',
      'ce-id': 'one',
      'ce-source': '//firestore.googleapis.com/projects/demo-cold/databases/(default)',
      'ce-type': 'google.cloud.firestore.document.v1.created',
      'ce-time': at,
      'ce-subject': `documents/${path}`,
      'ce-document': path,
      'ce-database': '(default)',
      'ce-namespace': '(default)',
      'ce-project': 'demo-cold',
    },
    body: JSON.stringify({ value: { name, fields, createTime: at, updateTime: at }, oldValue: {} }),
  };
}

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
      const { path, status, request }: Ready = READY[target];
      if ((await fetch(origin + path, request)).status !== status) throw new Error('not ready');
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
    ...(target === 'onMessageCreated' && { FUNCTION_SIGNATURE_TYPE: 'cloudevent' }),
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
