import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { configFor, FirebaseConfig, keepingAssets, type Rewrite } from './config.ts';
import { findInPath } from './facts.ts';
import type { EmulatorPlan } from './firestore-emulator.ts';
import { writeJavaShim } from './java-shim.ts';
import type { Ports } from './ports.ts';
import { MARK } from './processes.ts';
import { fromRoot, ROOT, type RunFolder } from './run-folder.ts';
import { wrapperJar } from './wrapper-jar.ts';

export interface Command {
  folder: RunFolder;
  projectId: string;
  ports: Ports;
  plan: EmulatorPlan;
  /** Which emulators; all by default. */
  only?: readonly string[];
  rewrites?: readonly Rewrite[];
  data?: string | null;
}

/** Real accounts and projects, which no emulator may ever use, and colour codes, which would break the parsing of lines. */
const UNWANTED = [
  'GOOGLE_APPLICATION_CREDENTIALS',
  'GOOGLE_CLOUD_PROJECT',
  'GCLOUD_PROJECT',
  'FIREBASE_CONFIG',
  'FIREBASE_TOKEN',
  'FORCE_COLOR',
];

export const FIREBASE_CLI = createRequire(import.meta.url).resolve('firebase-tools/lib/bin/firebase.js');

export async function readFirebaseConfig(): Promise<FirebaseConfig> {
  return FirebaseConfig.parse(JSON.parse(await readFile(join(ROOT, 'firebase.json'), 'utf8')));
}

/** The names of a build's assets; empty if nothing was built. */
export function assetsIn(webOut: string): Promise<string[]> {
  return readdir(join(webOut, 'assets')).catch(() => []);
}

/** Writes the run's configuration and starts firebase-tools with it. All of its processes get the mark. */
export async function spawnEmulators(
  { folder, projectId, ports, plan, only, data, rewrites }: Command,
  mark: string,
): Promise<ChildProcess> {
  if (!projectId.startsWith('demo-')) throw new Error(`${projectId} is not an emulator project`);
  const run = { ports, functionsSource: fromRoot(folder.functions), webPublic: fromRoot(folder.web), ...(rewrites && { rewrites }) };
  const config = keepingAssets(configFor(await readFirebaseConfig(), run), await assetsIn(folder.web));
  await writeFile(folder.config, JSON.stringify(config, null, 2));

  const guard = new URL('guard.ts', import.meta.url).href;
  const flags = [
    ...['--project', projectId, '--config', folder.config, '--non-interactive'],
    ...(only ? ['--only', only.join(',')] : []),
    ...(data ? ['--import', data] : []),
  ];
  return spawn(process.execPath, ['--import', guard, FIREBASE_CLI, 'emulators:start', ...flags], {
    cwd: folder.path,
    env: { ...(await environment(folder, plan)), [MARK]: mark },
    // Its own session: a terminal's Ctrl-C reaches only the launcher, which stops this cleanly.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

async function environment(folder: RunFolder, plan: EmulatorPlan): Promise<NodeJS.ProcessEnv> {
  const shims = join(folder.path, 'bin');
  const wrapper = join(folder.path, 'firestore.jar');
  const standIn = plan.storage.from === 'stand-in' ? join(folder.path, 'storage-rules.jar') : null;
  if (plan.firestore.from === 'cloud-sdk') await writeFile(wrapper, wrapperJar(plan.firestore.jar));
  if (standIn !== null) await writeFile(standIn, '');
  await writeJavaShim(shims, { java: findInPath('java') ?? 'java', pretendJava21: plan.pretendJava21, standInFile: standIn });

  const wanted = Object.entries(process.env).filter(([name]) => !UNWANTED.includes(name));
  return {
    ...Object.fromEntries(wanted),
    PATH: [shims, dirname(process.execPath), process.env.PATH].join(delimiter),
    ...(plan.firestore.from === 'cloud-sdk' ? { FIRESTORE_EMULATOR_BINARY_PATH: wrapper } : {}),
    ...(standIn === null ? {} : { STORAGE_EMULATOR_BINARY_PATH: standIn }),
    TMPDIR: folder.temporary,
    XDG_CONFIG_HOME: join(folder.path, 'config'),
    // In seconds: firebase-tools waits ten for the list of functions, and thirty for an instance. A busy machine takes longer.
    FUNCTIONS_DISCOVERY_TIMEOUT: '300',
    // Without these, Google's libraries look for a metadata server, and firebase-tools checks for updates and prompts.
    METADATA_SERVER_DETECTION: 'none',
    CI: '1',
    NO_UPDATE_NOTIFIER: '1',
    NO_COLOR: '1',
  };
}
