import { afterAll, expect } from 'vitest';

interface Row {
  what: string;
  measured: string;
  budget: string;
  note: string;
}

const rows: Row[] = [];

/**
 * Notes a figure and fails when it is over its budget. Ratios of one run, bytes and counts only: how fast the machine is must not matter.
 */
export function within(what: string, measured: number, budget: number, unit: '' | ' kB', note: string): void {
  const digits = unit === ' kB' ? 1 : 2;
  rows.push({ what, measured: measured.toFixed(digits) + unit, budget: `<= ${budget}${unit}`, note });
  expect(measured, what).toBeLessThanOrEqual(budget);
}

/** Notes a figure and fails when it is under what is wanted. */
export function reaches(what: string, measured: number, wanted: number, note: string): void {
  rows.push({ what, measured: String(measured), budget: `>= ${wanted}`, note });
  expect(measured, `${what} (${note})`).toBeGreaterThanOrEqual(wanted);
}

/** Prints the table at the end of a file's benchmarks. */
export function printReport(): void {
  afterAll(() => {
    const header: Row = { what: 'figure', measured: 'measured', budget: 'budget', note: 'of' };
    const width = (key: keyof Row) => Math.max(...[header, ...rows].map((row) => row[key].length));
    const line = (row: Row) => (['what', 'measured', 'budget', 'note'] as const).map((key) => row[key].padEnd(width(key))).join('  ');
    process.stdout.write(`\n${[header, ...rows].map(line).join('\n')}\n\n`);
  });
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
