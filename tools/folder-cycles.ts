import { posix } from 'node:path';
import { importsOf, type Source } from './imports.ts';

/** Files of one folder import files of another. */
export type Arrow = readonly [from: string, to: string];

/**
 * Arrows that close a cycle and are still to be turned round. Don't add any: move what both folders need to a folder below them. The check
 * fails for an entry that no longer closes one.
 */
export const KNOWN_CYCLES: readonly Arrow[] = [
  ['functions/src/directory', 'functions/src/public-page'],
  ['functions/src/http', 'functions/src/limits'],
  ['functions/src/http', 'functions/src/managers'],
  ['functions/src/managers', 'functions/src/conversations'],
  ['functions/src/managers', 'functions/src/sessions'],
  ['functions/src/pictures', 'functions/src/managers'],
  ['functions/src/sessions', 'functions/src/conversations'],
];

interface Finding {
  path: string;
  line: number;
  what: string;
}

/** Every arrow of an import cycle between folders, at its first import, and every known one that no longer closes a cycle. Types count. */
export function findCycles(sources: readonly Source[], known: readonly Arrow[]): Finding[] {
  const arrows = arrowsOf(sources);
  const isKnown = (from: string, to: string) => known.some(([knownFrom, knownTo]) => knownFrom === from && knownTo === to);
  const others = arrows.filter(({ from, to }) => !isKnown(from, to));
  const cycles = others.flatMap(({ from, to, path, line }) => {
    const back = wayFrom(to, from, others);
    return back ? [{ path, line, what: `closes an import cycle between folders: ${[from, ...back].join(' -> ')}` }] : [];
  });
  const needless = known
    .filter(([from, to]) => !arrows.some((arrow) => arrow.from === from && arrow.to === to) || !wayFrom(to, from, others))
    .map(([from, to]) => ({
      path: 'tools/folder-cycles.ts',
      line: 1,
      what: `${from} -> ${to} no longer closes a cycle: remove it from KNOWN_CYCLES`,
    }));
  return [...cycles, ...needless];
}

interface FoundArrow {
  from: string;
  to: string;
  path: string;
  line: number;
}

/** Each arrow between two folders once, with its first import. */
function arrowsOf(sources: readonly Source[]): FoundArrow[] {
  const arrows = new Map<string, FoundArrow>();
  for (const source of sources) {
    for (const { file, line } of importsOf(source)) {
      if (file === null) continue;
      const [from, to] = [posix.dirname(source.path), posix.dirname(file)];
      const name = `${from} -> ${to}`;
      if (!isWithin(from, to) && !isWithin(to, from) && !arrows.has(name)) arrows.set(name, { from, to, path: source.path, line });
    }
  }
  return [...arrows.values()];
}

/** A folder holds what is common to the folders inside it, and wires them: with those it has no arrows. */
function isWithin(folder: string, other: string): boolean {
  return `${folder}/`.startsWith(`${other}/`);
}

/** The shortest way from one folder to another along arrows, with both ends, or `null`. */
function wayFrom(start: string, end: string, arrows: readonly FoundArrow[]): string[] | null {
  const ways = [[start]];
  const seen = new Set([start]);
  for (const way of ways) {
    const last = way.at(-1);
    if (last === end) return way;
    for (const { from, to } of arrows) {
      if (from !== last || seen.has(to)) continue;
      seen.add(to);
      ways.push([...way, to]);
    }
  }
  return null;
}
