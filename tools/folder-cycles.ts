import { posix } from 'node:path';
import { importsOf, type Source } from './imports.ts';

interface Finding {
  path: string;
  line: number;
  what: string;
}

/** Finds import cycles between folders, each arrow at its first import. Types count. Move what both folders need to a folder below them. */
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

/** A folder wires its subfolders and contains what they share, so imports between them don't count. */
function isWithin(folder: string, other: string): boolean {
  return `${folder}/`.startsWith(`${other}/`);
}

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
