import { type ReadonlySignal, signal } from '@preact/signals';

/** After this long without a sign of the manager, they are away. */
export const AWAY_MS = 5 * 60_000;

const EVENTS = ['pointerdown', 'pointermove', 'wheel', 'keydown', 'focus'] as const;

export interface Activity {
  /** Whether the manager used this tab within `AWAY_MS`. */
  isActive: ReadonlySignal<boolean>;
  stop(): void;
}

/** Follows whether the manager uses this tab. Opening it, or coming back to it, counts. Calls `used` at each sign. */
export function followActivity(used: () => void): Activity {
  const isActive = signal(false);
  let usedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const expire = () => {
    const left = usedAt + AWAY_MS - Date.now();
    if (left > 0) timer = setTimeout(expire, left);
    else isActive.value = false;
  };
  const see = () => {
    if (document.visibilityState !== 'visible') return;
    usedAt = Date.now();
    if (!isActive.peek()) {
      isActive.value = true;
      clearTimeout(timer);
      timer = setTimeout(expire, AWAY_MS);
    }
    used();
  };

  for (const type of EVENTS) window.addEventListener(type, see, { capture: true, passive: true });
  document.addEventListener('visibilitychange', see);
  see();
  return {
    isActive,
    stop() {
      clearTimeout(timer);
      for (const type of EVENTS) window.removeEventListener(type, see, { capture: true });
      document.removeEventListener('visibilitychange', see);
    },
  };
}
