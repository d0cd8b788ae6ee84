import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type Expression, flatten, readCoverage } from './coverage-report.ts';
import { rulesUrl } from './support.ts';

const REPORT_MS = 600_000;

describe('the whole suite', () => {
  it(
    'evaluates every expression of the rules, and every condition as both true and false',
    async () => {
      const source = await readFile(rulesUrl, 'utf8');
      const expressions = (await readCoverage(REPORT_MS)).flatMap(flatten);

      expect(expressions.length).toBeGreaterThan(0);
      expect(expressions.flatMap((expression) => describeGap(expression, source))).toEqual([]);
    },
    REPORT_MS + 10_000,
  );
});

function describeGap(expression: Expression, source: string): string[] {
  const gap = gapOf(expression);
  const { line, column, start, end } = expression;
  return gap === null ? [] : [`firestore.rules:${line}:${column} is ${gap}: ${source.slice(start, end + 1)}`];
}

function gapOf({ values }: Expression): string | null {
  if (values.length === 0) return 'never evaluated';
  const known = values.map(({ value }) => value).filter((value) => !value.undefined);
  const isCondition = known.length > 0 && known.every((value) => value.boolValue !== undefined);
  if (isCondition && !known.some((value) => value.boolValue)) return 'never true';
  if (isCondition && known.every((value) => value.boolValue)) return 'never false';
  return null;
}
