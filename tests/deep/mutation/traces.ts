import { type Expression, flatten, readCoverage } from '../../rules/coverage-report.ts';
import type { Case } from './collector.ts';

/** The result of an expression: `T` true, `F` false, `E` an error, `V` another value. */
type Outcome = 'T' | 'F' | 'E' | 'V';

/** A case's run with the unchanged rules. */
export interface Trace {
  tested: Case;
  ms: number;
  /** All outcomes of each evaluated expression, by `keyOf`. */
  outcomes: ReadonlyMap<string, string>;
}

/** How often each expression has had each outcome since the rules were loaded, by `keyOf` and outcome. */
type Counts = ReadonlyMap<string, number>;

const REPORT_MS = 60_000;
/** The report grows with each request. Loading the rules, which empties it, takes as long as reading a report of about ten cases. */
const CASES_PER_REPORT = 12;

/** Runs every case with the unchanged rules, and records what each of them evaluates. Throws if one fails. */
export async function traceAll(cases: readonly Case[], reload: () => Promise<unknown>): Promise<Trace[]> {
  const traces: Trace[] = [];
  let before: Counts = new Map();
  for (const [index, tested] of cases.entries()) {
    if (index % CASES_PER_REPORT === 0) {
      await reload();
      before = new Map();
    }
    const start = performance.now();
    const failure = await tested.run();
    const ms = performance.now() - start;
    if (failure) throw new Error(`This fails before any mutation: ${tested.title}`, { cause: failure });
    const counts = countsOf(await readCoverage(REPORT_MS));
    traces.push({ tested, ms, outcomes: risen(before, counts) });
    before = counts;
  }
  return traces;
}

/** Identifies an expression by its position. */
export function keyOf({ start, end }: Pick<Expression, 'start' | 'end'>): string {
  return `${start}-${end}`;
}

function countsOf(report: readonly Expression[]): Counts {
  const counts = new Map<string, number>();
  for (const expression of report.flatMap(flatten)) {
    for (const { value, count } of expression.values) {
      const name = `${keyOf(expression)} ${outcomeOf(value)}`;
      counts.set(name, (counts.get(name) ?? 0) + count);
    }
  }
  return counts;
}

function outcomeOf({ boolValue, undefined: error }: Expression['values'][number]['value']): Outcome {
  if (error) return 'E';
  return boolValue === undefined ? 'V' : boolValue ? 'T' : 'F';
}

function risen(before: Counts, after: Counts): ReadonlyMap<string, string> {
  const outcomes = new Map<string, string>();
  for (const [name, count] of [...after].sort()) {
    const [key = '', outcome = ''] = name.split(' ');
    if (count > (before.get(name) ?? 0)) outcomes.set(key, (outcomes.get(key) ?? '') + outcome);
  }
  return outcomes;
}
