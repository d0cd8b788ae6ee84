export interface Part {
  text: string;
  isMarked: boolean;
}

/** A passage in parts, alternating between marked and plain. Marks that overlap or reach beyond the text are cut. */
export function markedParts(passage: string, marks: readonly (readonly [begin: number, end: number])[]): Part[] {
  const parts: Part[] = [];
  let from = 0;
  const add = (until: number, isMarked: boolean) => {
    if (until > from) parts.push({ text: passage.slice(from, until), isMarked });
    from = Math.max(from, until);
  };
  for (const [begin, end] of marks.toSorted((one, other) => one[0] - other[0])) {
    add(Math.min(begin, passage.length), false);
    add(Math.min(end, passage.length), true);
  }
  add(passage.length, false);
  return parts;
}
