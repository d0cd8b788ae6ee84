import { type ChildProcess, spawn } from 'node:child_process';
import { aborted, hearSignals } from './emulators/signals.ts';
import { addCounts, type Count, countIn, summaryOf } from './test-summary.ts';
import { exitCodeOf } from './tool.ts';

/** Each half has its own emulators, so neither sees the other's data. The browser tests take longer, and mostly wait. */
const HALVES = [['unit', 'rules', 'api', 'triggers'], ['e2e']] as const;

/** Runs all tests with `script`, both halves in parallel. Prints the total count as the last line, and returns the exit code. */
export async function testHalves(script: string): Promise<number> {
  const { first } = hearSignals();
  const children = HALVES.map((projects) =>
    spawn(process.execPath, [script, ...projects.flatMap((project) => ['--project', project])], { stdio: ['ignore', 'pipe', 'inherit'] }),
  );
  aborted(first).then(() => {
    for (const child of children) child.kill('SIGTERM');
  });
  const halves = await Promise.all(children.map(ended));
  console.log(summaryOf(halves.reduce((sum, { count }) => addCounts(sum, count), { passed: 0, failed: 0 })));
  return halves.find(({ exitCode }) => exitCode !== 0)?.exitCode ?? 0;
}

/** Forwards its output, and reads the count from its last line. Without a count it has failed. */
async function ended(child: ChildProcess): Promise<{ exitCode: number; count: Count }> {
  let tail = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk);
    tail = (tail + chunk).slice(-1000);
  });
  const exitCode = await exitCodeOf(child);
  const count = countIn(tail);
  if (count === null) console.error('One half of the tests ended without a count.');
  return { exitCode: count === null ? exitCode || 1 : exitCode, count: count ?? { passed: 0, failed: 0 } };
}
