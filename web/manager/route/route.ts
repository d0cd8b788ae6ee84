import { isView, labelIn, labelView, type View } from '../conversations/view.ts';

/** Screens other than the conversations: the page, sharing it, its statistics, the contacts, the settings, the account, and sending a text from another app. */
export const SCREENS = ['page', 'share', 'numbers', 'contacts', 'settings', 'me', 'send'] as const;
export type ScreenName = (typeof SCREENS)[number];

/** The parsed address: a list, a conversation in it, or a screen instead of both. */
export interface Route {
  view: View;
  conversationId: string | null;
  screen: ScreenName | null;
}

/** With a slash at its end, which the service worker's scope needs (docs/decisions/052). Both addresses are served. */
const ROOT = '/app/';

const CONVERSATION = /^\/app\/c\/([0-9a-f]{32})\/?$/;
const LABEL = /^\/app\/label\/([^/]+)\/?$/;
const SCREEN = new RegExp(`^/app/(${SCREENS.join('|')})/?$`);

/** How addresses of the archive were spelled before. */
const OLD_ARCHIVE = 'closed';

/** Parses a path below `/app`. An unknown path is the inbox. */
export function parseRoute({ pathname, search }: { pathname: string; search: string }): Route {
  const said = new URLSearchParams(search).get('view');
  const label = LABEL.exec(pathname)?.[1];
  const asked = label ? labelView(label) : said === OLD_ARCHIVE ? 'archive' : said;
  const screen = SCREEN.exec(pathname)?.[1] as ScreenName | undefined;
  return { view: isView(asked) ? asked : 'open', conversationId: CONVERSATION.exec(pathname)?.[1] ?? null, screen: screen ?? null };
}

/** The address of a route. The open conversations are the default and have no parameter. */
export function routeHref({ view = 'open', conversationId = null, screen = null }: Partial<Route>): string {
  if (screen !== null) return ROOT + screen;
  const label = labelIn(view);
  if (label !== null && conversationId === null) return `${ROOT}label/${label}`;
  return `${ROOT}${conversationId === null ? '' : `c/${conversationId}`}${view === 'open' ? '' : `?view=${view}`}`;
}

/** Adds the slash to an address that was typed without it, so that a reload works offline. */
export function rootWithSlash({ pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>): string | null {
  return `${pathname}/` === ROOT ? ROOT + search + hash : null;
}
