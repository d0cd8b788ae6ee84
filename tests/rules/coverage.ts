import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { type Expression, flatten, readCoverage } from './coverage-report.ts';
import { loadedRulesUrl, rulesUrl } from './support.ts';

const REPORT_MS = 600_000;
/** The report repeats every value: for the whole suite it would be over half a gigabyte, more than a string can hold. */
const TESTS_OF_A_PART = 400;

/** What an expression was during the suite. */
interface Seen extends Pick<Expression, 'line' | 'column' | 'start' | 'end'> {
  wasEvaluated: boolean;
  wasTrue: boolean;
  wasFalse: boolean;
  /** Whether it was something else than a condition. */
  hadValue: boolean;
}

/** In the order of the report, which is the same for the same rules. */
let seen: readonly Seen[] = [];
let tests = 0;

afterEach(async () => {
  if (++tests % TESTS_OF_A_PART !== 0) return;
  await takeCoverage();
  await beginReport();
}, REPORT_MS);

describe('the whole suite', () => {
  it(
    'evaluates every expression of the rules, and every condition as both true and false',
    async () => {
      await takeCoverage();
      const source = await readFile(rulesUrl, 'utf8');
      expect(seen.length).toBeGreaterThan(0);
      expect(seen.flatMap((expression) => describeGap(expression, source))).toEqual([]);
    },
    REPORT_MS + 10_000,
  );
});

/** Adds what was seen since the report began. */
async function takeCoverage(): Promise<void> {
  const expressions = (await readCoverage(REPORT_MS)).flatMap(flatten);
  if (seen.length > 0 && seen.length !== expressions.length) throw new Error('The reports are not about the same rules.');
  seen = expressions.map((expression, index) => withSeen(seen[index], expression));
}

/** Loads the same rules again, which empties the report. */
async function beginReport(): Promise<void> {
  const content = await readFile(rulesUrl, 'utf8');
  const answer = await fetch(loadedRulesUrl, {
    method: 'PUT',
    body: JSON.stringify({ rules: { files: [{ name: 'firestore.rules', content }] } }),
  });
  if (!answer.ok) throw new Error(`The rules were not loaded: ${await answer.text()}`);
}

function withSeen(before: Seen | undefined, { line, column, start, end, values }: Expression): Seen {
  const known = values.map(({ value }) => value).filter((value) => !value.undefined);
  return {
    line,
    column,
    start,
    end,
    wasEvaluated: before?.wasEvaluated === true || values.length > 0,
    wasTrue: before?.wasTrue === true || known.some(({ boolValue }) => boolValue === true),
    wasFalse: before?.wasFalse === true || known.some(({ boolValue }) => boolValue === false),
    hadValue: before?.hadValue === true || known.some(({ boolValue }) => boolValue === undefined),
  };
}

function describeGap(expression: Seen, source: string): string[] {
  const gap = gapOf(expression);
  const { line, column, start, end } = expression;
  return gap === null ? [] : [`firestore.rules:${line}:${column} is ${gap}: ${source.slice(start, end + 1)}`];
}

function gapOf({ wasEvaluated, wasTrue, wasFalse, hadValue }: Seen): string | null {
  if (!wasEvaluated) return 'never evaluated';
  if (hadValue) return null;
  if (wasTrue !== wasFalse) return wasFalse ? 'never true' : 'never false';
  return null;
}
