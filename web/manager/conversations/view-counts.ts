import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Count } from './count-conversations.ts';
import { filterOf, type View } from './view.ts';

/** How old a count may become before a change that wasn't made in this tab is counted. */
export const COUNT_KEPT_MS = 60_000;

interface Sources {
  count(view: View): Promise<Count>;
  /** Whether this tab is visible. */
  isVisible: ReadonlySignal<boolean>;
  /** In ms since 1970, at most as precise as the dashboard's clock. */
  now: ReadonlySignal<number>;
  /** A new value with each change of the lists that are live anyway. */
  heard: ReadonlySignal<unknown>;
  /** How often this tab has changed each field. */
  changes: ReadonlySignal<Readonly<Record<string, number>>>;
}

export interface ViewCounts {
  /** `null` until it is known. */
  of(view: View): ReadonlySignal<Count | null>;
  /** Keeps the count of a view current while it is on the screen. Returns a function that stops it. */
  follow(view: View): () => void;
}

interface Known {
  count: Signal<Count | null>;
  isAsking: Signal<boolean>;
  askedAtMs: number;
  /** What had been heard by then; `null` if the view was not on the screen since. */
  heard: unknown;
  /** How many changes of this tab it includes. */
  changes: number;
}

/**
 * Counts of views, one read each. A view is counted when it appears on the screen, and while it stays there when this tab has changed a field
 * that it asks for, or when the live lists have changed; for all but this tab's own changes at most once a minute. If a count fails, as
 * without a connection, the last one stays.
 */
export function openViewCounts({ count, isVisible, now, heard, changes }: Sources): ViewCounts {
  const all = new Map<View, Known>();

  const knownOf = (view: View): Known => {
    const known = all.get(view) ?? {
      count: signal(null),
      isAsking: signal(false),
      askedAtMs: Number.NEGATIVE_INFINITY,
      heard: null,
      changes: 0,
    };
    all.set(view, known);
    return known;
  };

  const ask = async (view: View, known: Known): Promise<void> => {
    known.isAsking.value = true;
    known.askedAtMs = Date.now();
    known.heard = heard.peek();
    known.changes = changesIn(view, changes.peek());
    try {
      known.count.value = await count(view);
    } catch {
      // The last count stays.
    }
    known.isAsking.value = false;
  };

  return {
    of: (view) => knownOf(view).count,
    follow(view) {
      const known = knownOf(view);
      const stop = effect(() => {
        if (!isVisible.value) known.heard = null;
        else if (!known.isAsking.value) {
          const isDue = now.value - known.askedAtMs >= COUNT_KEPT_MS && heard.value !== known.heard;
          if (isDue || changesIn(view, changes.value) !== known.changes) ask(view, known);
        }
      });
      return () => {
        stop();
        known.heard = null;
      };
    },
  };
}

function changesIn(view: View, changes: Readonly<Record<string, number>>): number {
  return Object.keys(filterOf(view)).reduce((sum, field) => sum + (changes[field] ?? 0), 0);
}
