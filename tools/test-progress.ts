import { z } from 'zod';

/** The variable with the path of the progress file. */
export const PROGRESS_FILE = 'FOYER_TEST_PROGRESS';

/** One line of the progress file. Files are paths from the repository's root. */
const Step = z.discriminatedUnion('is', [
  z.object({ is: z.literal('planned'), files: z.array(z.string()) }),
  z.object({ is: z.literal('begun'), file: z.string() }),
  z.object({ is: z.literal('testing'), file: z.string(), test: z.string() }),
  z.object({ is: z.literal('tested'), file: z.string(), test: z.string(), passed: z.boolean() }),
  z.object({ is: z.literal('finished'), file: z.string() }),
]);
export type Step = z.output<typeof Step>;

export interface Unfinished {
  file: string;
  /** Titles of the running tests. Empty while the file loads, and if a test blocks its process before its start could be written. */
  during: string[];
  hasBegun: boolean;
}

export interface Progress {
  passed: number;
  failed: number;
  unfinished: Unfinished[];
}

export function lineOf(step: Step): string {
  return `${JSON.stringify(step)}\n`;
}

/** Reads a progress file. Ignores an incomplete last line. */
export function readProgress(text: string): Progress {
  const steps = text
    .split('\n')
    .slice(0, -1)
    .map((line) => Step.parse(JSON.parse(line)));
  const files = new Map<string, Unfinished>();
  const progress: Progress = { passed: 0, failed: 0, unfinished: [] };
  const entry = (file: string) => {
    const known = files.get(file) ?? { file, during: [], hasBegun: false };
    files.set(file, known);
    return known;
  };
  for (const step of steps) {
    if (step.is === 'planned') step.files.forEach(entry);
    else if (step.is === 'finished') files.delete(step.file);
    else {
      const at = entry(step.file);
      at.hasBegun = true;
      if (step.is === 'begun') continue;
      at.during = step.is === 'testing' ? [...at.during, step.test] : at.during.filter((test) => test !== step.test);
      if (step.is === 'tested') progress[step.passed ? 'passed' : 'failed']++;
    }
  }
  progress.unfinished = [...files.values()];
  return progress;
}

const NAMED_MAX = 10;

/** The message about a killed run: why, which files had not finished, and what to do. `run` is the command for one part. */
export function tellOfCutOff(why: string, { unfinished }: Progress, run: string): string {
  const [begun, waiting] = [unfinished.filter(({ hasBegun }) => hasBegun), unfinished.filter(({ hasBegun }) => !hasBegun)];
  const rest = waiting.length > NAMED_MAX ? [`  and ${waiting.length - NAMED_MAX} more`] : [];
  const first = (begun[0] ?? waiting[0])?.file;
  return [
    `This run was stopped: ${why}`,
    ...(begun.length > 0 ? ['Running when it stopped:'] : []),
    ...begun.flatMap(({ file, during }) => [`  ${file}`, ...during.map((test) => `    in "${test}"`)]),
    ...(waiting.length > 0 ? ['Not started:'] : []),
    ...waiting.slice(0, NAMED_MAX).map(({ file }) => `  ${file}`),
    ...rest,
    ...(first ? [`Run one file alone to see whether it hangs: ${run} ${first}`] : []),
    'If it passes alone, the machine was too busy: stop other work and run the tests again.',
  ].join('\n');
}
