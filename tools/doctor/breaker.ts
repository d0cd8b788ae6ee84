import { readBreakerMode } from '@foyer/domain/breaker';
import { paths } from '@foyer/domain/paths';
import { z } from 'zod';
import type { Deployment, Google } from '../google/google.ts';
import { advice, type Finding, mend } from './finding.ts';

/** A field's value is in a key that names its type: `{ stringValue: 'x' }`. */
const Value = z.record(z.string(), z.unknown());
const Document = z.object({ fields: z.record(z.string(), Value).default({}) });
const Budget = z.object({ fields: z.record(z.string(), Value) });

/** Checks that the breaker is off. A valid mode is advice; an unknown one must be fixed. */
export async function breaker(google: Google, { projectId }: Deployment): Promise<Finding[]> {
  const path = paths.limit('breaker');
  const stored = await google.get('firestore.googleapis.com', `v1/projects/${projectId}/databases/(default)/documents/${path}`, Document);
  const fields = Object.fromEntries(Object.entries(stored?.fields ?? {}).map(([name, value]) => [name, plain(value)]));
  const { mode, unknown } = readBreakerMode(fields);
  const place = `https://console.firebase.google.com/project/${projectId}/firestore/data/~2F${path.replace('/', '~2F')}`;
  if (unknown !== null)
    return [
      mend(
        `The mode "${unknown}" of ${path} doesn't exist, so the site is read-only. Set normal, challenge, existing or read-only: ${place}.`,
      ),
    ];
  if (mode === 'normal') return [];
  const budget = Budget.safeParse(stored?.fields.budget?.mapValue);
  return [
    advice(
      budget.success
        ? `The breaker is on: ${mode}, ${reason(budget.data.fields)}. Raise the budget, then set the mode to normal: ${place}.`
        : `The breaker is on: ${mode}. When it is no longer needed, set the mode to normal: ${place}.`,
    ),
  ];
}

function reason(fields: Record<string, Record<string, unknown>>): string {
  const [stoppedAt, costs, amount, currency] = ['stoppedAt', 'costs', 'amount', 'currency'].map((name) => plain(fields[name] ?? {}));
  return `since ${stoppedAt}, because ${costs} of ${amount} ${currency ?? ''}`.trim().concat(' were spent');
}

function plain(value: Record<string, unknown>): unknown {
  return 'nullValue' in value ? null : Object.values(value)[0];
}
