import { SEEN_MS } from '@foyer/domain/limits';
import { type ChosenState, type ShownPresence, shownPresence } from '@foyer/domain/manager-presence';

/** The stored presence, with times in ms. */
export interface HeardPresence {
  seenAt?: number | undefined;
  state?: ChosenState | undefined;
  status?: string | undefined;
  statusUntil?: number | undefined;
}

/** The longest delay of `setTimeout`; a longer one ends immediately. */
const DELAY_MAX_MS = 2 ** 31 - 1;

/**
 * Derives from the stored documents what to show, live: a heartbeat that stays out, or a status that ends, changes it too. Times are in ms.
 * Clocks differ, so the first heartbeat counts only if it is fresh by this clock, and one that moves on is new whatever its time.
 */
export function createPresenceEar(changed: (shown: ShownPresence) => void): {
  hear(stored: HeardPresence): void;
  stop(): void;
} {
  let seenAt: number | null | undefined;
  let seenUntil = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  return {
    hear(stored) {
      const next = stored.seenAt ?? null;
      if (next !== seenAt) seenUntil = next === null ? 0 : seenAt === undefined ? next + SEEN_MS : Date.now() + SEEN_MS;
      // By a clock that is behind, the first heartbeat is ahead.
      seenUntil = Math.min(seenUntil, Date.now() + SEEN_MS);
      seenAt = next;
      const show = () => {
        clearTimeout(timer);
        const now = Date.now();
        changed(shownPresence({ ...stored, isSeen: now < seenUntil }, now));
        const ends = [seenUntil, stored.statusUntil ?? 0].filter((end) => end > now);
        if (ends.length > 0) timer = setTimeout(show, Math.min(Math.min(...ends) - now, DELAY_MAX_MS));
      };
      show();
    },
    stop: () => clearTimeout(timer),
  };
}
