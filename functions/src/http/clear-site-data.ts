import type { Context } from 'hono';
import type { Env } from './route.ts';

/**
 * Has the browser drop what it keeps for this site. `storage` also holds a manager's sign-in and the codes of conversations on other
 * pages, so it goes only when the person gives up all of it (decisions/013).
 */
export function clearSiteData(context: Context<Env>, kinds: readonly ('cache' | 'cookies' | 'storage')[]): void {
  context.header('clear-site-data', kinds.map((kind) => `"${kind}"`).join(', '));
}
