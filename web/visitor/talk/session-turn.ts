import { inTurn } from '../../lib/in-turn.ts';

/**
 * Runs a request whose answer sets the session cookie. The cookie contains the conversations of every page, and each answer rebuilds it
 * from the one in its request: two simultaneous requests, from two tabs, would lose one change. Requests that only read share a turn.
 */
export function inSessionTurn<T>(ask: () => Promise<T>, mode?: LockMode): Promise<T> {
  return inTurn('foyer-session', ask, mode);
}
