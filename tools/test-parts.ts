import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { closeRunFolder, makeRunFolder } from './emulators/run-folder.ts';
import { aborted, hearSignals } from './emulators/signals.ts';
import { addCounts, type Count, countIn, failuresIn, summaryOf } from './test-summary.ts';
import { exitCodeOf } from './tool.ts';
import { INTERRUPTED, SHARED_BUILD } from './with-emulators.ts';

/**
 * vitest's arguments for each part. Each has its own emulators, so none sees another's data. They take about the same time, and tests that
 * wait leave the processor to the others.
 */
const PARTS: readonly (readonly string[])[] = [
  [...only('e2e'), ...only('e2e-alone')],
  [...only('api'), ...only('api-alone'), '--shard=1/2'],
  [...only('api'), ...only('api-alone'), '--shard=2/2'],
  [...only('unit'), ...only('rules'), ...only('triggers')],
];

/** Enough for the lines of a hundred failed tests. */
const TAIL_CHARS = 50_000;

/** Runs all tests with `script`, the parts in parallel. Ends with the failed tests and the total count, which a long output hides otherwise, and returns the exit code. */
export async function testParts(script: string): Promise<number> {
  const { first } = hearSignals();
  const folder = await makeRunFolder(`test-${process.pid}`);
  try {
    console.log('Building…');
    // Loaded here, because some tests must run even while the build is broken.
    const { build } = await import('./build.ts');
    await build({ mode: 'emulators', webOut: folder.web, functionsOut: folder.functions });
    return first.aborted ? INTERRUPTED : await runParts(script, { ...process.env, [SHARED_BUILD]: folder.path }, first);
  } finally {
    await closeRunFolder(folder);
    await rm(folder.path, { recursive: true, force: true });
  }
}

async function runParts(script: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<number> {
  const children = PARTS.map((args) => spawn(process.execPath, [script, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] }));
  aborted(signal).then(() => {
    for (const child of children) child.kill('SIGTERM');
  });
  const parts = await Promise.all(children.map(ended));
  for (const line of parts.flatMap(({ failures }) => failures)) console.log(line);
  console.log(summaryOf(parts.reduce((sum, { count }) => addCounts(sum, count), { passed: 0, failed: 0 })));
  return parts.find(({ exitCode }) => exitCode !== 0)?.exitCode ?? 0;
}

function only(project: string): string[] {
  return ['--project', project];
}

/** Forwards its output, and reads the failed tests and the count from its end. Without a count it has failed. */
async function ended(child: ChildProcess): Promise<{ exitCode: number; count: Count; failures: string[] }> {
  let tail = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk);
    tail = (tail + chunk).slice(-TAIL_CHARS);
  });
  const exitCode = await exitCodeOf(child);
  const count = countIn(tail);
  if (count === null) console.error('A part of the tests ended without a count.');
  return { exitCode: count === null ? exitCode || 1 : exitCode, count: count ?? { passed: 0, failed: 0 }, failures: failuresIn(tail) };
}
