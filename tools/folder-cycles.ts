import { posix } from 'node:path';
import { importsOf, type Source } from './imports.ts';

interface Finding {
  path: string;
  line: number;
  what: string;
}

/** Every arrow of an import cycle between folders, at its first import. Types count. What both folders need belongs in a folder below them. */
export function findCycles(sources: readonly Source[]): Finding[] {
  const arrows = arrowsOf(sources);
  return arrows.flatMap(({ from, to, path, line }) => {
    const back = wayFrom(to, from, arrows);
    return back ? [{ path, line, what: `closes an import cycle between folders: ${[from, ...back].join(' -> ')}` }] : [];
  });
}

interface Arrow {
  from: string;
  to: string;
  path: string;
  line: number;
}

/** Each arrow between two folders once, with its first import. */
function arrowsOf(sources: readonly Source[]): Arrow[] {
  const arrows = new Map<string, Arrow>();
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
function wayFrom(start: string, end: string, arrows: readonly Arrow[]): string[] | null {
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
