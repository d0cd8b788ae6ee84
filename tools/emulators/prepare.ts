import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { FIREBASE_CLI } from './command.ts';
import { gatherFacts } from './facts.ts';
import { chooseEmulators, type EmulatorPlan } from './firestore-emulator.ts';
import { ROOT } from './run-folder.ts';
import { Sentence } from './sentence.ts';

/** For 190 MB over a slow connection. */
const DOWNLOAD_MS = 15 * 60_000;

/** Finds this machine's emulators, and downloads what firebase-tools can download. Throws a `Sentence` that says what to install. */
export async function prepareEmulators(): Promise<EmulatorPlan> {
  const choice = chooseEmulators(await gatherFacts());
  if (!choice.ok) throw new Sentence(choice.sentence);
  const { firestore, storage } = choice.plan;
  if (firestore.from === 'download') await download('firestore', 137);
  if (storage.from === 'download') await download('storage', 53);
  return choice.plan;
}

async function download(emulator: 'firestore' | 'storage', megabytes: number): Promise<void> {
  console.log(`Downloading the ${emulator} emulator, only once (${megabytes} MB)…`);
  const command = `setup:emulators:${emulator}`;
  await promisify(execFile)(process.execPath, [FIREBASE_CLI, command], { cwd: ROOT, timeout: DOWNLOAD_MS }).catch(() => {
    throw new Sentence(`The ${emulator} emulator could not be downloaded: try again with \`npx firebase ${command}\`.`);
  });
}
