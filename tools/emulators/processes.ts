import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * Every process of a run carries the run's mark in its environment, which children inherit. So all of them can be found, Java and browsers
 * in sessions of their own and orphans included, and nothing else can be.
 */
export const MARK = 'FOYER_RUN_MARK';

/** How long a process may take to end by itself after it was asked to. */
const GRACE_MS = 5000;

/** Ends whatever still runs with this mark: asks first, then insists. Says how many there were. */
export async function endMarked(mark: string): Promise<number> {
  const found = await marked(mark);
  signal(found, 'SIGTERM');
  for (let waitedMs = 0; waitedMs < GRACE_MS && (await marked(mark)).length > 0; waitedMs += 100) await sleep(100);
  signal(await marked(mark), 'SIGKILL');
  return found.length;
}

/** The ids of all living processes with this mark. */
export async function marked(mark: string): Promise<number[]> {
  const wanted = `${MARK}=${mark}`;
  if (process.platform !== 'linux') {
    const { stdout } = await promisify(execFile)('ps', ['-axwwE', '-o', 'pid=,command='], { maxBuffer: 1 << 26 });
    return stdout
      .split('\n')
      .filter((row) => row.split(' ').includes(wanted))
      .map((row) => Number.parseInt(row, 10));
  }
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  // A zombie's environment is empty, another user's cannot be read: neither is ours to end.
  const environments = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')));
  return pids.filter((_, index) => environments[index]?.split('\0').includes(wanted)).map(Number);
}

/** The launcher of the run to which a process belongs, or `null`. Only Linux tells. */
export async function launcherOf(pid: number): Promise<number | null> {
  const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
  const mark = environment.split('\0').find((variable) => variable.startsWith(`${MARK}=`));
  return Number(mark?.split(':').at(-1)) || null;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // It ended between being found and being told.
    }
  }
}
