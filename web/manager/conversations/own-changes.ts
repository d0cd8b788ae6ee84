import { signal } from '@preact/signals';

/** How often this tab has changed each field of conversations, as views name them. */
export const ownChanges = signal<Readonly<Record<string, number>>>({});

/** Call it when the change has been queued: what counts again waits for queued writes. Views that have what a reply changes ask for `status`. */
export function tellChanged(fields: readonly string[]): void {
  const before = ownChanges.peek();
  ownChanges.value = { ...before, ...Object.fromEntries(fields.map((field) => [field, (before[field] ?? 0) + 1])) };
}
