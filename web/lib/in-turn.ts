/** Longer than any of our requests may take. */
const WAIT_MS = 25_000;

/**
 * Runs `act` while no other tab of this site has the lock `name`; with `shared`, tabs that share it may run at the same time. Runs `act`
 * without the lock if the browser lacks or refuses Web Locks, or after 25 s in the queue: a tab that the system has put to sleep must not
 * block the others. Throws what `act` throws.
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
