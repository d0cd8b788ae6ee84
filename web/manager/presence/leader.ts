import { type ReadonlySignal, signal } from '@preact/signals';

/**
 * Whether this tab leads all tabs of this browser: at most one does. A tab takes the lead when it comes to the front, because a phone may have
 * suspended the one that had it; when the leader closes, another follows. Without Web Locks every tab leads.
 */
export function followLeader(name: string): { leads: ReadonlySignal<boolean>; stop(): void } {
  const locks = navigator.locks as LockManager | undefined;
  const leads = signal(locks === undefined);
  if (!locks) return { leads, stop() {} };

  const stopping = new AbortController();
  let waiting = new AbortController();
  let isTaking = false;
  let release = () => {};

  const lead = () => {
    isTaking = false;
    if (stopping.signal.aborted) return;
    leads.value = true;
    return new Promise<void>((resolve) => {
      release = resolve;
    });
  };
  const wait = () => {
    const mine = new AbortController();
    waiting = mine;
    locks.request(name, { signal: mine.signal }, lead).catch(() => mine.signal.aborted || lost());
  };
  /** Another tab has taken the lead. */
  const lost = () => {
    isTaking = false;
    if (stopping.signal.aborted) return;
    leads.value = false;
    wait();
  };
  const take = () => {
    if (leads.peek() || isTaking || document.visibilityState !== 'visible') return;
    isTaking = true;
    waiting.abort();
    locks.request(name, { steal: true }, lead).catch(lost);
  };

  window.addEventListener('focus', take, stopping);
  document.addEventListener('visibilitychange', take, stopping);
  if (document.visibilityState === 'visible') take();
  else wait();
  return {
    leads,
    stop() {
      stopping.abort();
      waiting.abort();
      release();
      leads.value = false;
    },
  };
}
