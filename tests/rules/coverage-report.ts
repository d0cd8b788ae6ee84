import { coverageUrl } from './support.ts';

/** One value that an expression had. Nothing, or an `undefined` without a cause, says that it was left out. */
interface Value {
  boolValue?: boolean;
  undefined?: { causeMessage?: string };
}

/** An expression of the rules, and what became of it since they were loaded. */
export interface Expression {
  line: number;
  column: number;
  /** Where it stands in the rules' text, `end` being its last symbol. */
  start: number;
  end: number;
  /** Those in which it was evaluated, each with how often. */
  values: { value: Value; count: number }[];
  /** The expressions that it is made of. */
  parts: Expression[];
}

interface Reported {
  sourcePosition: { line: number; column: number; currentOffset: number; endOffset: number };
  values?: { value: Value; count: number }[];
  children?: Reported[];
}

/** The emulator's report on all expressions. It repeats every value: some 100 MB for the whole suite, which take a busy machine half a minute. */
export async function readCoverage(timeoutMs: number): Promise<Expression[]> {
  const answer = await fetch(coverageUrl, { signal: AbortSignal.timeout(timeoutMs) });
  const { report } = (await answer.json()) as { report: Reported[] };
  return report.map(toExpression);
}

/** An expression and everything in it. */
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
