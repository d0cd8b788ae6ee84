import type { Case } from './collector.ts';
import type { Mutant } from './mutants.ts';

/** What became of a mutant. One that the emulator does not take for rules is invalid. */
export interface Verdict {
  mutant: Mutant;
  outcome: 'killed' | 'survived' | 'invalid';
  /** The case that told it from the rules. */
  killer?: Case;
  /** Cases that were asked. */
  asked: number;
  ms: number;
}

/** Loads a mutant and asks one case after the other, until one fails. `load` says whether these are rules. */
export async function trial(mutant: Mutant, cases: readonly Case[], load: (rules: string) => Promise<boolean>): Promise<Verdict> {
  const start = performance.now();
  const ended = (rest: Omit<Verdict, 'mutant' | 'ms'>): Verdict => ({ mutant, ms: performance.now() - start, ...rest });
  if (!(await load(mutant.source))) return ended({ outcome: 'invalid', asked: 0 });
  for (const [index, tested] of cases.entries()) {
    // Once could be a slow machine.
    if ((await isTold(tested)) && (await isTold(tested))) return ended({ outcome: 'killed', killer: tested, asked: index + 1 });
  }
  return ended({ outcome: 'survived', asked: cases.length });
}

/** Whether a case fails by what it expects: a connection that broke tells nothing of the rules. */
async function isTold(tested: Case): Promise<boolean> {
  return (await tested.run())?.name === 'AssertionError';
}
