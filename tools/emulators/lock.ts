import { readFile, rm, writeFile } from 'node:fs/promises';
import { commandOf } from './ports.ts';
import { Sentence } from './sentence.ts';

/** Takes a folder for this process. Throws a `Sentence` where another launcher has it; one that died has not. */
export async function lock(file: string): Promise<void> {
  const pid = Number(await readFile(file, 'utf8').catch(() => ''));
  if (pid > 0 && pid !== process.pid && (await commandOf(pid)).includes('start.ts')) {
    throw new Sentence(`Foyer is running already: end it with Ctrl-C in its terminal, or with \`kill -INT ${pid}\`.`);
  }
  await writeFile(file, String(process.pid));
}

/** Gives it back. */
export async function unlock(file: string): Promise<void> {
  await rm(file, { force: true });
}
