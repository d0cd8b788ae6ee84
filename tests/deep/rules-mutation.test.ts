import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readCoverage } from '../rules/coverage-report.ts';
import { closeEnvironment, loadedRulesUrl, openEnvironment, rulesUrl } from '../rules/support.ts';
import { report } from '../support/report.ts';
import { type Case, collected } from './mutation/collector.ts';
import { EQUIVALENT } from './mutation/equivalent.ts';
import { type Mutant, mutantsOf } from './mutation/mutants.ts';
import { orderBy } from './mutation/order.ts';
import { traceAll } from './mutation/traces.ts';
import { trial, type Verdict } from './mutation/trial.ts';

vi.mock('../rules/cases.ts', async () => ({ ...(await import('./mutation/collector.ts')).words, expect }));

const MIN_SCORE = 0.95;
const REPORT_MS = 60_000;

const verdicts: Verdict[] = [];
const those = (outcome: Verdict['outcome']) => verdicts.filter((verdict) => verdict.outcome === outcome).map(({ mutant }) => mutant);
const nameOf = ({ place, rule, becomes }: Pick<Mutant, 'place' | 'rule' | 'becomes'>) => `${place}: ${rule} -> ${becomes}`;
const equivalent = new Set(EQUIVALENT.map(nameOf));

beforeAll(async () => {
  await openEnvironment();
  await import('../rules/suite.ts');
  const rules = await readFile(rulesUrl, 'utf8');

  const startMs = performance.now();
  const traces = await traceAll(collected, () => load(rules));
  const casesFor = orderBy(traces, rules, await readCoverage(REPORT_MS));
  const tracedMs = performance.now();

  const killers = new Map<string, Set<Case>>();
  for (const mutant of mutantsOf(rules)) {
    const nearby = killers.get(mutant.place) ?? new Set();
    const verdict = await trial(mutant, casesFor(mutant, nearby), load);
    verdicts.push(verdict);
    if (verdict.killer) killers.set(mutant.place, nearby.add(verdict.killer));
  }
  report(`${collected.length} cases upon ${verdicts.length} mutants of the rules`, {
    killed: those('killed').length,
    survived: those('survived').length,
    invalid: those('invalid').length,
    'score %': 100 * score(),
    'seconds of tracing': (tracedMs - startMs) / 1000,
    'seconds of trials': (performance.now() - tracedMs) / 1000,
  });
});
afterAll(closeEnvironment);

test('nineteen of twenty faults in the rules make a case fail', () => {
  for (const survivor of those('survived').map(nameOf)) if (!equivalent.has(survivor)) report('survived', { as: survivor });
  expect(verdicts.length).toBeGreaterThanOrEqual(400);
  expect(score()).toBeGreaterThanOrEqual(MIN_SCORE);
});

test('every fault listed as equivalent is still generated, and makes no case fail', () => {
  const survivors = new Set(those('survived').map(nameOf));
  expect([...equivalent].filter((name) => !survivors.has(name))).toEqual([]);
});

/** The share of killed mutants among those that are valid and not equivalent. */
function score(): number {
  const survivors = those('survived').filter((mutant) => !equivalent.has(nameOf(mutant)));
  const killed = those('killed').length;
  return killed / (killed + survivors.length);
}

/** Loads rules into the emulator and resets coverage. Resolves to whether they are valid. */
async function load(content: string): Promise<boolean> {
  const body = JSON.stringify({ rules: { files: [{ name: 'firestore.rules', content }] } });
  const answer = await fetch(loadedRulesUrl, { method: 'PUT', body });
  await answer.text();
  return answer.ok;
}
