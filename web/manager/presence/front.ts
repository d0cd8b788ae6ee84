import { FRONT_MS } from '@foyer/domain/device';

/** Two in a row end before a push would be sent in between. */
export const FRONT_GAP_MS = FRONT_MS * (2 / 3);
const KEY = 'foyer:front';

interface Needs {
  write(): Promise<unknown>;
  /** Whether this tab leads, is visible, and has a connection. */
  isInFront(): boolean;
  storage(): Pick<Storage, 'getItem' | 'setItem'>;
}

/**
 * Says that a dashboard is in front of the manager, so that no push is sent. `used`: call it at each sign of them. Written at most once in
 * `FRONT_GAP_MS`, over all tabs: the last time is kept in this browser.
 */
export function createFrontMarker({ write, isInFront, storage }: Needs): { used(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writtenAt = Number.NEGATIVE_INFINITY;

  const lastAt = () => {
    try {
      return Math.max(writtenAt, Number(storage().getItem(KEY)));
    } catch {
      return writtenAt;
    }
  };
  const waitMs = () => {
    const left = lastAt() + FRONT_GAP_MS - Date.now();
    // A time that is ahead is from before the clock was set back.
    return left > FRONT_GAP_MS ? 0 : Math.max(0, left);
  };
  const mark = () => {
    timer = undefined;
    if (!isInFront() || waitMs() > 0) return;
    writtenAt = Date.now();
    try {
      storage().setItem(KEY, `${writtenAt}`);
    } catch {}
    write().catch(() => {});
  };
  return {
    used() {
      if (timer !== undefined || !isInFront()) return;
      const left = waitMs();
      if (left === 0) mark();
      else timer = setTimeout(mark, left);
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
