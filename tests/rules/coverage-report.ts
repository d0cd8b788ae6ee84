import { coverageUrl } from './support.ts';

/** One value of an expression. Nothing, or an `undefined` without a cause, means that it was skipped. */
interface Value {
  boolValue?: boolean;
  undefined?: { causeMessage?: string };
}

/** An expression of the rules with its results since they were loaded. */
export interface Expression {
  line: number;
  column: number;
  /** Offsets in the rules' text; `end` is its last symbol. */
  start: number;
  end: number;
  /** Its results, each with its count. */
  values: { value: Value; count: number }[];
  /** Its subexpressions. */
  parts: Expression[];
}

interface Reported {
  sourcePosition: { line: number; column: number; currentOffset: number; endOffset: number };
  values?: { value: Value; count: number }[];
  children?: Reported[];
}

/**
 * The emulator's report on all expressions. It repeats every value: some 100 MB for the whole suite, which takes a busy machine half a
 * minute.
 */
export async function readCoverage(timeoutMs: number): Promise<Expression[]> {
  const answer = await fetch(coverageUrl, { signal: AbortSignal.timeout(timeoutMs) });
  const { report } = (await answer.json()) as { report: Reported[] };
  return report.map(toExpression);
}

export function flatten(expression: Expression): Expression[] {
  return [expression, ...expression.parts.flatMap(flatten)];
}

function toExpression({ sourcePosition, values = [], children = [] }: Reported): Expression {
  return {
    line: sourcePosition.line,
    column: sourcePosition.column,
    start: sourcePosition.currentOffset,
    end: sourcePosition.endOffset,
    values: values.filter(({ value }) => wasEvaluated(value)),
    parts: children.map(toExpression),
  };
}

function wasEvaluated(value: Value): boolean {
  return value.undefined ? value.undefined.causeMessage !== undefined : Object.keys(value).length > 0;
}
