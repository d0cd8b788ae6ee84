import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { coverageUrl, rulesUrl } from './support.ts';

/** One value that an expression had. Nothing, or an `undefined` without a cause, says that it was left out. */
interface Value {
  boolValue?: boolean;
  undefined?: { causeMessage?: string };
}

interface Expression {
  sourcePosition: { line: number; column: number; currentOffset: number; endOffset: number };
  values?: { value: Value }[];
  children?: Expression[];
}

/** The report repeats every value of every expression: some 100 MB, which take a busy machine half a minute. */
const REPORT_MS = 120_000;

describe('the whole suite', () => {
  it(
    'evaluates every expression of the rules, and sees every condition both true and false',
    async () => {
      const source = await readFile(rulesUrl, 'utf8');
      const answer = await fetch(coverageUrl, { signal: AbortSignal.timeout(REPORT_MS) });
      const { report } = (await answer.json()) as { report: Expression[] };
      const expressions = report.flatMap(flatten);

      expect(expressions.length).toBeGreaterThan(0);
      expect(expressions.flatMap((expression) => describeGap(expression, source))).toEqual([]);
    },
    REPORT_MS + 10_000,
  );
});

function flatten(expression: Expression): Expression[] {
  return [expression, ...(expression.children ?? []).flatMap(flatten)];
}

function describeGap({ sourcePosition, values = [] }: Expression, source: string): string[] {
  const gap = gapOf(values.map(({ value }) => value).filter(wasEvaluated));
  const { line, column, currentOffset, endOffset } = sourcePosition;
  return gap === null ? [] : [`firestore.rules:${line}:${column} is ${gap}: ${source.slice(currentOffset, endOffset + 1)}`];
}

function wasEvaluated(value: Value): boolean {
  return value.undefined ? value.undefined.causeMessage !== undefined : Object.keys(value).length > 0;
}

function gapOf(values: Value[]): string | null {
  if (values.length === 0) return 'never evaluated';
  const known = values.filter((value) => !value.undefined);
  const isCondition = known.length > 0 && known.every((value) => value.boolValue !== undefined);
  if (isCondition && !known.some((value) => value.boolValue)) return 'never true';
  if (isCondition && known.every((value) => value.boolValue)) return 'never false';
  return null;
}
