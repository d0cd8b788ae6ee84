import { writeSync } from 'node:fs';

/** Prints a figure next to the tests' own lines: vitest hides the output of passing tests. */
export function report(name: string, figures: Record<string, number | string>): void {
  const line = Object.entries(figures).map(
    ([what, figure]) => `${what} ${typeof figure === 'number' ? Math.round(figure * 100) / 100 : figure}`,
  );
  writeSync(1, `  figure  ${name}: ${line.join(', ')}\n`);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
