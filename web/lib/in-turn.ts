/** Longer than any request of ours may take. */
const WAIT_MS = 25_000;

/**
 * Runs `act` while no other tab of this site holds the lock `name`; with `shared`, others that share it may run at the same time. Without
 * the Web Locks API, where the browser refuses it, or after 25 s in the queue, `act` runs without the lock: a tab that the system has put
 * to sleep must not stop the others. Throws what `act` throws.
 */
export async function inTurn<T>(name: string, act: () => Promise<T>, mode: LockMode = 'exclusive'): Promise<T> {
  let hasBegun = false;
  try {
    return await navigator.locks.request(name, { mode, signal: AbortSignal.timeout(WAIT_MS) }, () => {
      hasBegun = true;
      return act();
    });
  } catch (cause) {
    if (hasBegun) throw cause;
    return act();
  }
}
