import { checkBoundaries } from './check-boundaries.ts';
import { checkWords } from './check-words.ts';
import { checkLockfile } from './complete-lockfile.ts';
import { tell } from './emulators/sentence.ts';
import { exitCodeOf, spawnTool } from './tool.ts';
import { compileWords } from './words.ts';

interface Outcome {
  passed: boolean;
  output: string;
}

const CHECKS: readonly [name: string, run: () => Promise<Outcome>][] = [
  ['types', () => tool('tsc', ['-b', '--pretty'])],
  ['lint', () => tool('biome', ['check', '--colors=force'])],
  ['boundaries', checkBoundaries],
  ['words', checkWords],
  ['lockfile', checkLockfile],
];

export async function check(): Promise<boolean> {
  compileWords();
  for (const [name, run] of CHECKS) {
    const startedAt = performance.now();
    const { passed, output } = await run();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`${passed ? 'ok    ' : 'FAILED'} ${name.padEnd(12)}${seconds} s`);
    if (!passed) {
      console.error(output);
      return false;
    }
  }
  return true;
}

async function tool(name: string, args: readonly string[]): Promise<Outcome> {
  const child = spawnTool(name, args, { quiet: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes: Buffer) => (output += bytes.toString()));
  return { passed: (await exitCodeOf(child)) === 0, output };
}

if (import.meta.main) await tell(async () => ((await check()) ? 0 : 1));
