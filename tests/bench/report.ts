import { afterAll, expect } from 'vitest';

interface Row {
  what: string;
  measured: string;
  budget: string;
  note: string;
}

const rows: Row[] = [];

/** Records a figure and fails if it is over its budget. Only for ratios, bytes and counts, which don't depend on the machine's speed. */
export function within(what: string, measured: number, budget: number, unit: '' | ' kB', note: string): void {
  const digits = unit === ' kB' ? 1 : 2;
  rows.push({ what, measured: measured.toFixed(digits) + unit, budget: `<= ${budget}${unit}`, note });
  expect(measured, what).toBeLessThanOrEqual(budget);
}

/** Records a figure and fails if it is below `wanted`. */
export function reaches(what: string, measured: number, wanted: number, note: string): void {
  rows.push({ what, measured: String(measured), budget: `>= ${wanted}`, note });
  expect(measured, `${what} (${note})`).toBeGreaterThanOrEqual(wanted);
}

/** Records a ratio that has no budget, because it is mostly the emulator's. */
export function tells(what: string, measured: number, note: string): void {
  rows.push({ what, measured: measured.toFixed(2), budget: '', note });
}

export function printReport(): void {
  afterAll(() => {
    const header: Row = { what: 'figure', measured: 'measured', budget: 'budget', note: 'of' };
    const width = (key: keyof Row) => Math.max(...[header, ...rows].map((row) => row[key].length));
    const line = (row: Row) => (['what', 'measured', 'budget', 'note'] as const).map((key) => row[key].padEnd(width(key))).join('  ');
    process.stdout.write(`\n${[header, ...rows].map(line).join('\n')}\n\n`);
  });
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
