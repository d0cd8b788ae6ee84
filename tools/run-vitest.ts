import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './emulators/run-folder.ts';
import { HangWatch, type Patience } from './hang-watch.ts';
import { PROGRESS_FILE, type Progress, readProgress, tellOfCutOff } from './test-progress.ts';
import { exitCodeOf, spawnTool } from './tool.ts';
import { compileWords } from './words.ts';

export interface Ran {
  exitCode: number;
  /** The progress of a run that was killed; `null` if it finished. */
  cutOff: Progress | null;
}

const LOOK_MS = 5000;

/**
 * Runs vitest and kills it if it hangs. A killed run fails, and a message names the unfinished files. The progress file is written to
 * `folder`; `run` is the command that the message recommends for one file.
 */
export async function runVitest(
  args: readonly string[],
  { variables, folder, run, patience }: { variables: NodeJS.ProcessEnv; folder: string; run: string; patience: Patience },
): Promise<Ran> {
  compileWords();
  const file = join(folder, 'progress.jsonl');
  const reporter = `--reporter=${join(ROOT, 'tools/progress-reporter.ts')}`;
  const vitest = spawnTool('vitest', ['run', reporter, ...args], { env: { ...variables, [PROGRESS_FILE]: file } });
  const watch = new HangWatch(patience, LOOK_MS);
  let why: string | null = null;
  const looking = setInterval(async () => {
    why ??= watch.look((await stat(file).catch(() => null))?.size ?? 0);
    if (why !== null) vitest.kill('SIGKILL');
  }, LOOK_MS);
  const exitCode = await exitCodeOf(vitest);
  clearInterval(looking);
  if (why === null) return { exitCode, cutOff: null };
  const cutOff = readProgress(await readFile(file, 'utf8').catch(() => ''));
  console.error(`\n${tellOfCutOff(why, cutOff, run)}\n`);
  return { exitCode: exitCode || 1, cutOff };
}
