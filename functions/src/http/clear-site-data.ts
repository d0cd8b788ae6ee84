import type { Context } from 'hono';
import type { Env } from './route.ts';

/** `storage` includes a manager's sign-in and codes of other pages' conversations: only when a person gives up all (decisions/013). */
export function clearSiteData(context: Context<Env>, kinds: readonly ('cache' | 'cookies' | 'storage')[]): void {
  context.header('clear-site-data', kinds.map((kind) => `"${kind}"`).join(', '));
}
