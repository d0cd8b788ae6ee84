import { signal } from '@preact/signals';

/** The current time in ms since 1970, as precise as times on the screen need it. */
export const now = signal(Date.now());

const TICK_MS = 30_000;

/** Keeps `now` current. Returns a function that stops it. */
export function followClock(): () => void {
  const tick = () => {
    if (document.visibilityState === 'visible') now.value = Date.now();
  };
  const timer = setInterval(tick, TICK_MS);
  document.addEventListener('visibilitychange', tick);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', tick);
  };
}
