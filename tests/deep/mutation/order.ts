import { type Expression, flatten } from '../../rules/coverage-report.ts';
import type { Case } from './collector.ts';
import type { Mutant } from './mutants.ts';
import { lineAt, placesOf } from './rules-text.ts';
import { keyOf, type Trace } from './traces.ts';

/** The cases for a mutant. Those that have killed its neighbours come early. */
type Order = (mutant: Mutant, killersNearby: ReadonlySet<Case>) => Case[];

/**
 * Makes the order in which cases are asked about a mutant: those that can tell it from the rules, the likeliest first. A case that never
 * evaluates what the mutant has changed goes as it went before, and is left out.
 *
 * Most cases see a condition as most others do. Those that see it otherwise are the ones written about it: cases are parted by what became
 * of the condition and of its parts, and asked in turn, beginning with the smallest part, the quickest case of each part first.
 */
export function orderBy(traces: readonly Trace[], rules: string, report: readonly Expression[]): Order {
  const expressions = report.flatMap(flatten);
  const places = placesOf(rules);
  const conditions = new Set(traces.flatMap(({ outcomes }) => [...outcomes].filter(([, each]) => /[TF]/.test(each)).map(([key]) => key)));

  /** The condition that a mutant changes with those that it is made of, or all statements of the place in which it widens one. */
  function watched(mutant: Mutant): Expression[] {
    const [innermost] = expressions
      .filter((expression) => expression.start <= mutant.at && mutant.at <= expression.end && conditions.has(keyOf(expression)))
      .sort((one, other) => one.end - one.start - (other.end - other.start));
    return innermost ? [innermost, ...innermost.parts] : report.filter(({ start }) => places[lineAt(rules, start)] === mutant.place);
  }

  return (mutant, killersNearby) => {
    const keys = watched(mutant).map(keyOf);
    // What is not in the report, such as a bare `false`, can be met by any case.
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

/** The first of each, then the second of each, and so on. */
function turns<Entry>(lists: readonly (readonly Entry[])[]): Entry[][] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list.slice(turn, turn + 1)));
}

/** The collection of a `match`, as the title of the matrix's cases names it: `slugs/` of `match /slugs/{skeleton}`. */
function collectionOf({ place }: Mutant): string {
  return /\w+\/(?=\{\w+\}$)/.exec(place)?.[0] ?? place;
}
