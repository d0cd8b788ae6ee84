import { Unanswered } from '../google/answer.ts';
import { type Deployment, openGoogle } from '../google/google.ts';
import { type Check, type Finding, unknown } from './finding.ts';

const LABELS = { mend: 'TO FIX', unknown: 'not checked', advice: 'ok, with advice' } as const;
const KINDS = ['mend', 'unknown', 'advice'] as const;
const WIDTH = 22;

export interface Consultation {
  /** Per check: `ok`, or the most serious kind of its findings. */
  verdicts: Record<string, Finding['kind'] | 'ok'>;
  /** 1: something must be fixed. 2: nothing must be fixed, but something was not checked. 0: otherwise; advice doesn't count. */
  exitCode: 0 | 1 | 2;
}

/** Runs all checks in parallel and prints them in order: a line for each check, and its findings below. */
export async function consult(deployment: Deployment, checks: readonly Check[], print: (line: string) => void): Promise<Consultation> {
  const verdicts: Consultation['verdicts'] = {};
  const asked = checks.map((check) => ({ check, found: run(check, deployment) }));
  for (const { check, found } of asked) {
    const findings = await found;
    const gravest = KINDS.find((kind) => findings.some((finding) => finding.kind === kind));
    verdicts[check.name] = gravest ?? 'ok';
    print((gravest ? LABELS[gravest] : 'ok').padEnd(WIDTH) + check.name);
    for (const { text } of findings) print(' '.repeat(WIDTH) + text);
  }
  const all = Object.values(verdicts);
  return { verdicts, exitCode: all.includes('mend') ? 1 : all.includes('unknown') ? 2 : 0 };
}

async function run(check: Check, deployment: Deployment): Promise<Finding[]> {
  try {
    return await check.run(openGoogle(deployment), deployment);
  } catch (error) {
    if (error instanceof Unanswered) return [unknown(error.message)];
    throw error;
  }
}
