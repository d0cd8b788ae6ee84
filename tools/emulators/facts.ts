import { execFile } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Facts, GivenFile } from './firestore-emulator.ts';

const run = promisify(execFile);
/** The time limit of each command that looks at the machine. */
const LOOK_MS = 60_000;
/** A connection that needs longer for one small answer couldn't download 137 MB either. */
const PROBE_MS = 3000;

const Download = z.object({ downloadPathRelativeToCacheDir: z.string(), remoteUrl: z.url() });
const Downloads = z.object({ firestore: Download, storage: Download });

/** Looks at this machine. Uses the network only if the answer could matter. */
export async function gatherFacts(): Promise<Facts> {
  const downloads = Downloads.parse(createRequire(import.meta.url)('firebase-tools/lib/emulator/downloadableEmulatorInfo.json'));
  const givenFirestore = givenFile('FIRESTORE_EMULATOR_BINARY_PATH');
  const givenStorage = givenFile('STORAGE_EMULATOR_BINARY_PATH');
  const hasFirestore = isCached(downloads.firestore);
  const hasStorageRules = isCached(downloads.storage);
  const javaMajor = await findJavaMajor();
  const missing = [
    ...(givenFirestore || hasFirestore ? [] : [downloads.firestore]),
    ...(givenStorage || hasStorageRules ? [] : [downloads.storage]),
  ];
  return {
    platform: process.platform,
    javaMajor,
    givenFirestore,
    givenStorage,
    hasFirestore,
    hasStorageRules,
    canDownload: javaMajor !== null && javaMajor >= 21 && missing[0] !== undefined && (await answers(missing[0].remoteUrl)),
    cloudSdkJar: await findCloudSdkJar(),
  };
}

export function findInPath(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? null;
}

async function findJavaMajor(): Promise<number | null> {
  // Java prints its version on stderr. macOS has a `java` that only asks to install one, so the exit code counts too.
  const { stdout, stderr } = await run('java', ['-version'], { timeout: LOOK_MS }).catch(() => ({ stdout: '', stderr: '' }));
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(stderr + stdout) ?? [];
  if (first === undefined) return null;
  return Number(first === '1' ? second : first);
}

async function findCloudSdkJar(): Promise<string | null> {
  const { stdout } = await run('dpkg', ['-L', 'google-cloud-cli-firestore-emulator'], { timeout: LOOK_MS }).catch(() => ({ stdout: '' }));
  const packaged = stdout.split('\n').filter((file) => file.endsWith('/cloud-firestore-emulator.jar'));
  const gcloud = findInPath('gcloud');
  const component =
    gcloud && join(dirname(dirname(realpathSync(gcloud))), 'platform', 'cloud-firestore-emulator', 'cloud-firestore-emulator.jar');
  return [...packaged, ...(component ? [component] : [])].find((file) => existsSync(file)) ?? null;
}

function givenFile(variable: string): GivenFile | null {
  const path = process.env[variable];
  return path ? { path, exists: existsSync(path) } : null;
}

function isCached(download: z.output<typeof Download>): boolean {
  const folder = process.env.FIREBASE_EMULATORS_PATH ?? join(homedir(), '.cache', 'firebase', 'emulators');
  return existsSync(join(folder, download.downloadPathRelativeToCacheDir));
}

async function answers(address: string): Promise<boolean> {
  const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) }).catch(() => null);
  return answer?.ok ?? false;
}
