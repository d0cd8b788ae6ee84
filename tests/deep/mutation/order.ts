import { type Expression, flatten } from '../../rules/coverage-report.ts';
import type { Case } from './collector.ts';
import type { Mutant } from './mutants.ts';
import { lineAt, placesOf } from './rules-text.ts';
import { keyOf, type Trace } from './traces.ts';

/** The cases to run for a mutant. Those that have killed its neighbours come early. */
type Order = (mutant: Mutant, killersNearby: ReadonlySet<Case>) => Case[];

/**
 * Sorts the cases for a mutant, those most likely to kill it first. A case that never evaluates what the mutant has changed can't kill it,
 * and is left out. Most cases evaluate a condition alike; those that differ are the ones written for it. So cases are grouped by the
 * outcomes of the condition and its parts, and run in turn, the smallest group first, with the fastest case of each group first.
 */
export function orderBy(traces: readonly Trace[], rules: string, report: readonly Expression[]): Order {
  const expressions = report.flatMap(flatten);
  const places = placesOf(rules);
  const conditions = new Set(traces.flatMap(({ outcomes }) => [...outcomes].filter(([, each]) => /[TF]/.test(each)).map(([key]) => key)));

  /** The condition that a mutant changes, with its parts, or all statements of the place in which it widens one. */
  function watched(mutant: Mutant): Expression[] {
    const [innermost] = expressions
      .filter((expression) => expression.start <= mutant.at && mutant.at <= expression.end && conditions.has(keyOf(expression)))
      .sort((one, other) => one.end - one.start - (other.end - other.start));
    return innermost ? [innermost, ...innermost.parts] : report.filter(({ start }) => places[lineAt(rules, start)] === mutant.place);
  }

  return (mutant, killersNearby) => {
    const keys = watched(mutant).map(keyOf);
    // Code that is not in the report, such as a bare `false`, may be evaluated by any case.
    const met = keys.length === 0 ? traces : traces.filter(({ outcomes }) => keys.some((key) => outcomes.has(key)));
    const parts = Map.groupBy(met, ({ tested, outcomes }) =>
      keys.length === 0 ? tested.title.includes(collectionOf(mutant)) : keys.map((key) => outcomes.get(key) ?? '').join('|'),
    );
    const smallestFirst = [...parts.values()].sort((one, other) => one.length - other.length);
    const [first = [], ...others] = turns(smallestFirst.map((part) => part.sort((one, other) => one.ms - other.ms)));
    const known = met.filter(({ tested }) => killersNearby.has(tested));
    return [...new Set([first, known, ...others].flat().map(({ tested }) => tested))];
  };
}

/** The first of each list, then the second of each, and so on. */
function turns<Entry>(lists: readonly (readonly Entry[])[]): Entry[][] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list.slice(turn, turn + 1)));
}

/** The collection of a `match`, as in the titles of the matrix's cases: `slugs/` for `match /slugs/{skeleton}`. */
function collectionOf({ place }: Mutant): string {
  return /\w+\/(?=\{\w+\}$)/.exec(place)?.[0] ?? place;
}
