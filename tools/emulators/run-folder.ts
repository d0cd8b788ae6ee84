import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { origin } from './config.ts';
import type { Ports } from './ports.ts';

/** The repository's root. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');

const Secrets = z.object({ RESUME_SECRET: z.string(), SESSION_SECRET: z.string() });
export type Secrets = z.output<typeof Secrets>;

/** All that one run of the emulators writes, below `.foyer/`. */
export interface RunFolder {
  name: string;
  path: string;
  functions: string;
  web: string;
  log: string;
  /** firebase-tools wants its sources below the configuration's folder, so this one lies in the root. */
  config: string;
  /** Short, since a socket's path has at most 107 bytes; private, since firebase-tools finds its hub there by project id. */
  temporary: string;
}

/** Makes the folder of a run, and its temporary one. */
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

/** Removes what must not outlive a run: its configuration and temporary folder. */
export async function closeRunFolder({ config, temporary }: RunFolder): Promise<void> {
  await rm(config, { force: true });
  await rm(temporary, { recursive: true, force: true });
}

/** Removes what runs left behind that were killed: their names end with the id of a process that no longer lives. */
export async function removeDeadRuns(): Promise<void> {
  const names = (await readdir(join(ROOT, '.foyer')).catch(() => [])).filter((name) => /^(test|bench)-\d+$/.test(name));
  for (const name of names.filter((name) => !isAlive(Number(name.split('-')[1])))) {
    await rm(join(ROOT, '.foyer', name), { recursive: true, force: true });
    await rm(join(ROOT, `.firebase.${name}.json`), { force: true });
  }
}

/** The secrets of a run, made once: data of an earlier run stays readable. */
export async function secretsOf({ path }: RunFolder): Promise<Secrets> {
  const file = join(path, 'secrets.json');
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept !== null) return Secrets.parse(JSON.parse(kept));
  const secrets = { RESUME_SECRET: randomBytes(32).toString('hex'), SESSION_SECRET: randomBytes(32).toString('hex') };
  await writeFile(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

/** Tells a fresh build where this run's emulators are, and gives its functions their secrets and parameters. */
export async function equipBuild(folder: RunFolder, projectId: string, ports: Ports): Promise<void> {
  const addresses = { projectId, auth: origin(ports.auth), firestore: { host: '127.0.0.1', port: ports.firestore } };
  await writeFile(join(folder.web, 'emulators.json'), JSON.stringify(addresses));
  await writeFile(join(folder.functions, '.secret.local'), dotenv(await secretsOf(folder)));
  await writeFile(
    join(folder.functions, '.env.local'),
    dotenv({ PUBLIC_ORIGINS: `http://localhost:${ports.hosting},${origin(ports.hosting)}`, TRUSTED_PROXIES: 'none' }),
  );
}

/** A path as a person in the repository's root would write it. */
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
