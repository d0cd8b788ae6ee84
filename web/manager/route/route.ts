import { isView, type View } from '../inbox/view.ts';

/** What the address says: which list, and which conversation of it. */
export interface Route {
  view: View;
  conversationId: string | null;
}

const CONVERSATION = /^\/app\/c\/([0-9a-f]{32})\/?$/;

/** Reads an address below `/app`. What it does not know is the inbox. */
export function parseRoute({ pathname, search }: { pathname: string; search: string }): Route {
  const asked = new URLSearchParams(search).get('view');
  return { view: isView(asked) ? asked : 'open', conversationId: CONVERSATION.exec(pathname)?.[1] ?? null };
}

/** The address of a route. The open conversations are the usual case and need no word. */
export function routeHref({ view, conversationId }: Route): string {
  return `/app${conversationId === null ? '' : `/c/${conversationId}`}${view === 'open' ? '' : `?view=${view}`}`;
}
