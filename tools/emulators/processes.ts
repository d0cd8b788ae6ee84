import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * Every process of a run has the run's mark in its environment, which children inherit. So we can find exactly these processes, including
 * orphans, and Java and browsers in their own sessions.
 */
export const MARK = 'FOYER_RUN_MARK';

/** How long a process has to exit after SIGTERM. */
const GRACE_MS = 5000;

/** Ends all processes with this mark: SIGTERM, then SIGKILL. Returns how many there were. */
export async function endMarked(mark: string): Promise<number> {
  const found = await marked(mark);
  signal(found, 'SIGTERM');
  for (let waitedMs = 0; waitedMs < GRACE_MS && (await marked(mark)).length > 0; waitedMs += 100) await sleep(100);
  signal(await marked(mark), 'SIGKILL');
  return found.length;
}

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
  // A zombie's environment is empty, and another user's can't be read: we end neither.
  const environments = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')));
  return pids.filter((_, index) => environments[index]?.split('\0').includes(wanted)).map(Number);
}

/** The launcher of a process's run, or `null`. Works only on Linux. */
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
      // It exited in between.
    }
  }
}
