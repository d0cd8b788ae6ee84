import type { Case } from './collector.ts';
import type { Mutant } from './mutants.ts';

/** The outcome for a mutant. It is invalid if the emulator refuses it as rules. */
export interface Verdict {
  mutant: Mutant;
  outcome: 'killed' | 'survived' | 'invalid';
  /** The case that failed. */
  killer?: Case;
  /** The number of cases that ran. */
  asked: number;
  ms: number;
}

/** Loads a mutant and runs the cases until one fails. `load` resolves to whether these are valid rules. */
export async function trial(mutant: Mutant, cases: readonly Case[], load: (rules: string) => Promise<boolean>): Promise<Verdict> {
  const start = performance.now();
  const ended = (rest: Omit<Verdict, 'mutant' | 'ms'>): Verdict => ({ mutant, ms: performance.now() - start, ...rest });
  if (!(await load(mutant.source))) return ended({ outcome: 'invalid', asked: 0 });
  for (const [index, tested] of cases.entries()) {
    // A single failure could be due to a slow machine.
    if ((await isTold(tested)) && (await isTold(tested))) return ended({ outcome: 'killed', killer: tested, asked: index + 1 });
  }
  return ended({ outcome: 'survived', asked: cases.length });
}

/** Whether a case fails by an assertion: a broken connection says nothing about the rules. */
async function isTold(tested: Case): Promise<boolean> {
  return (await tested.run())?.name === 'AssertionError';
}
