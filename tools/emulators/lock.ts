import { readFile, rm, writeFile } from 'node:fs/promises';
import { commandOf } from './ports.ts';
import { Sentence } from './sentence.ts';

/** Locks a folder for this process. Throws a `Sentence` if another running launcher has the lock. */
export async function lock(file: string): Promise<void> {
  const pid = Number(await readFile(file, 'utf8').catch(() => ''));
  if (pid > 0 && pid !== process.pid && (await commandOf(pid)).includes('start.ts')) {
    throw new Sentence(`Foyer is already running: stop it with Ctrl-C in its terminal, or with \`kill -INT ${pid}\`.`);
  }
  await writeFile(file, String(process.pid));
}

export async function unlock(file: string): Promise<void> {
  await rm(file, { force: true });
}
