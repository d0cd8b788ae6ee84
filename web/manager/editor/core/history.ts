import { signal } from '@preact/signals';

/** How many steps can be undone. Each shares what it did not change with its neighbours. */
const STEPS_MAX = 200;

/** Typing in one field is one step until the typist pauses this long. */
const PAUSE_MS = 1500;

/** The states before the current one, and those that were undone. */
export function createHistory<T>(now: () => number = Date.now) {
  const past = signal<readonly T[]>([]);
  const future = signal<readonly T[]>([]);
  let last: { key: string; atMs: number } | null = null;

  return {
    past,
    future,
    /** Adds the state before a change. Changes with the same `key` in quick succession are one step; one with `null` is always a step. */
    note(before: T, key: string | null): void {
      const continues = key !== null && last?.key === key && now() - last.atMs < PAUSE_MS && past.value.length > 0;
      if (!continues) past.value = [...past.value, before].slice(-STEPS_MAX);
      future.value = [];
      last = key === null ? null : { key, atMs: now() };
    },
    /** The state before `current`, or `null` if there is nothing to undo. */
    back(current: T): T | null {
      const before = past.value.at(-1);
      if (before === undefined) return null;
      past.value = past.value.slice(0, -1);
      future.value = [...future.value, current];
      last = null;
      return before;
    },
    forth(current: T): T | null {
      const after = future.value.at(-1);
      if (after === undefined) return null;
      future.value = future.value.slice(0, -1);
      past.value = [...past.value, current];
      last = null;
      return after;
    },
  };
}
