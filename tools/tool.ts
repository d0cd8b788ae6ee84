import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './emulators/run-folder.ts';

/** Starts a command of node_modules with this Node, in the repository's root. */
export function spawnTool(
  name: string,
  args: readonly string[],
  options: { env?: NodeJS.ProcessEnv; quiet?: boolean; interactive?: boolean } = {},
): ChildProcess {
  return spawn(process.execPath, [join(ROOT, 'node_modules', '.bin', name), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...options.env },
    stdio: [options.interactive ? 'inherit' : 'ignore', options.quiet ? 'pipe' : 'inherit', options.quiet ? 'pipe' : 'inherit'],
  });
}

/** Waits for a process. Returns its exit code, or 1 if a signal ended it. */
export function exitCodeOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
