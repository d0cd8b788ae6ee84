import { isView, type View } from '../conversations/view.ts';

/** What is beside the conversations: the manager's page, the ways to it, how it does, and the account. */
export const SCREENS = ['page', 'share', 'numbers', 'me'] as const;
export type ScreenName = (typeof SCREENS)[number];

/** What the address says: which list, which conversation of it, or which screen instead of both. */
export interface Route {
  view: View;
  conversationId: string | null;
  screen: ScreenName | null;
}

const CONVERSATION = /^\/app\/c\/([0-9a-f]{32})\/?$/;
const SCREEN = new RegExp(`^/app/(${SCREENS.join('|')})/?$`);

/** How addresses of the archive were spelled before. */
const OLD_ARCHIVE = 'closed';

/** Reads an address below `/app`. What it does not know is the inbox. */
export function parseRoute({ pathname, search }: { pathname: string; search: string }): Route {
  const said = new URLSearchParams(search).get('view');
  const asked = said === OLD_ARCHIVE ? 'archive' : said;
  const screen = SCREEN.exec(pathname)?.[1] as ScreenName | undefined;
  return { view: isView(asked) ? asked : 'open', conversationId: CONVERSATION.exec(pathname)?.[1] ?? null, screen: screen ?? null };
}

/** The address of a route. The open conversations are the usual case and need no word. */
export function routeHref({ view = 'open', conversationId = null, screen = null }: Partial<Route>): string {
  if (screen !== null) return `/app/${screen}`;
  return `/app${conversationId === null ? '' : `/c/${conversationId}`}${view === 'open' ? '' : `?view=${view}`}`;
}
