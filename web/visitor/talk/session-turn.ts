import { inTurn } from '../../lib/in-turn.ts';

/**
 * Runs a request whose answer sets the session cookie. The cookie holds the conversations of every page, and each answer sets it as a
 * whole from what its request carried: two at once, from two tabs, would lose one of them. A request that only reads shares its turn.
 */
export function inSessionTurn<T>(ask: () => Promise<T>, mode?: LockMode): Promise<T> {
  return inTurn('foyer-session', ask, mode);
}
