import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { origin } from './config.ts';
import type { Ports } from './ports.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');

const Secrets = z.object({ RESUME_SECRET: z.string(), SESSION_SECRET: z.string(), VAPID_PRIVATE_KEY: z.string(), ADDRESS_KEY: z.string() });
const SECRET_NAMES = Secrets.keyof().options;
export type Secrets = z.output<typeof Secrets>;

/** The files of one emulator run, below `.foyer/`. */
export interface RunFolder {
  name: string;
  path: string;
  functions: string;
  web: string;
  log: string;
  /** In the root, because firebase-tools requires its sources below the configuration's folder. */
  config: string;
  /** Short, since a socket's path has at most 107 bytes; private, since firebase-tools finds its hub there by project id. */
  temporary: string;
}

export async function makeRunFolder(name: string): Promise<RunFolder> {
  const path = join(ROOT, '.foyer', name);
  await mkdir(path, { recursive: true });
  return {
    name,
    path,
    functions: join(path, 'functions'),
    web: join(path, 'web'),
    log: join(path, 'emulators.log'),
    config: join(ROOT, `.firebase.${name}.json`),
    temporary: await mkdtemp(join(tmpdir(), 'foyer-')),
  };
}

export async function closeRunFolder({ config, temporary }: RunFolder): Promise<void> {
  await rm(config, { force: true });
  await rm(temporary, { recursive: true, force: true });
}

/** Removes the files of killed runs: their names end with the id of a process that no longer exists. */
export async function removeDeadRuns(): Promise<void> {
  const names = (await readdir(join(ROOT, '.foyer')).catch(() => [])).filter((name) => /^(test|bench)-\d+$/.test(name));
  for (const name of names.filter((name) => !isAlive(Number(name.split('-')[1])))) {
    await rm(join(ROOT, '.foyer', name), { recursive: true, force: true });
    await rm(join(ROOT, `.firebase.${name}.json`), { force: true });
  }
}

/** The secrets of a run. They are created once, so the data of an earlier run stays readable; its file may lack newer ones. */
export async function secretsOf({ path }: RunFolder): Promise<Secrets> {
  const file = join(path, 'secrets.json');
  const kept = Secrets.partial().parse(JSON.parse(await readFile(file, 'utf8').catch(() => '{}')));
  const fresh = Object.fromEntries(SECRET_NAMES.map((name) => [name, randomBytes(32).toString('hex')]));
  const secrets = Secrets.parse({ ...fresh, ...kept });
  await writeFile(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

/** Writes the emulators' addresses into a new build, and the secrets and parameters of its functions. */
export async function equipBuild(folder: RunFolder, projectId: string, ports: Ports, smtpUrl: string): Promise<void> {
  const addresses = { projectId, auth: origin(ports.auth), firestore: { host: '127.0.0.1', port: ports.firestore } };
  await writeFile(join(folder.web, 'emulators.json'), JSON.stringify(addresses));
  await writeFile(join(folder.functions, '.secret.local'), dotenv({ ...(await secretsOf(folder)), SMTP_URL: smtpUrl }));
  await writeFile(
    join(folder.functions, '.env.local'),
    dotenv({
      PUBLIC_ORIGINS: `http://localhost:${ports.hosting},${origin(ports.hosting)}`,
      TRUSTED_PROXIES: 'none',
      MAIL_FROM: 'foyer@foyer.example',
      // Tests send nothing beyond this machine.
      ...(folder.name === 'start' ? {} : { PUSH_HOSTS: 'loopback' }),
    }),
  );
}

export function fromRoot(path: string): string {
  return relative(ROOT, path);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function dotenv(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
