import { type ReadonlySignal, signal } from '@preact/signals';
import { untilLoaded } from '../../lib/until-loaded.ts';
import type { Store } from '../firebase/store.ts';

export interface KnownLabel {
  id: string;
  name: string;
  /** `#rrggbb`. */
  color: string;
  /** Black or white: the one that is readable on it. */
  textColor: string;
}

export type KnownLabels = ReadonlyMap<string, KnownLabel>;

const known = signal<KnownLabels | null>(null);
let following: Promise<() => void> | null = null;

/** The manager's labels, by id and in the order of their names; `null` until they are loaded. Conversations may have ids of deleted ones. */
export const labels: ReadonlySignal<KnownLabels | null> = known;

/** Loads the labels when something that shows them is drawn for the first time, and follows them from then on. */
export function needLabels(store: Store): void {
  following ??= untilLoaded(() => import('./follow-labels.ts')).then(({ followLabels }) => followLabels(store, known));
}

export async function forgetLabels(): Promise<void> {
  const stop = await following;
  following = null;
  known.value = null;
  stop?.();
}
