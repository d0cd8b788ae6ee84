import { beginningOf } from '@foyer/domain/characters';
import { SEARCH_MAX } from '@foyer/domain/limits';
import { isView, labelIn, labelView, type View } from '../conversations/view.ts';

/** Screens other than the conversations: the search, the page, sharing it, its statistics, the contacts, the settings, the account, and sending a text from another app. */
export const SCREENS = ['search', 'page', 'share', 'numbers', 'contacts', 'settings', 'me', 'send'] as const;
export type ScreenName = (typeof SCREENS)[number];

/** The parsed address: a list, a conversation in it, or a screen instead of both. */
export interface Route {
  view: View;
  conversationId: string | null;
  screen: ScreenName | null;
  /** What the search screen looks for. Its view is the list that it returns to. */
  query?: string;
  /** The message at which the conversation opens. */
  messageId?: string;
}

/** With a slash at its end, which the service worker's scope needs (docs/decisions/052). Both addresses are served. */
const ROOT = '/app/';

const CONVERSATION = /^\/app\/c\/([0-9a-f]{32})\/?$/;
const MESSAGE = /^[A-Za-z0-9_-]{1,40}$/;
const LABEL = /^\/app\/label\/([^/]+)\/?$/;
const SCREEN = new RegExp(`^/app/(${SCREENS.join('|')})/?$`);

/** How addresses of the archive were spelled before. */
const OLD_ARCHIVE = 'closed';

/** Parses a path below `/app`. An unknown path is the inbox. */
export function parseRoute({ pathname, search }: { pathname: string; search: string }): Route {
  const parameters = new URLSearchParams(search);
  const said = parameters.get('view');
  const label = LABEL.exec(pathname)?.[1];
  const asked = label ? labelView(label) : said === OLD_ARCHIVE ? 'archive' : said;
  const screen = SCREEN.exec(pathname)?.[1] as ScreenName | undefined;
  const conversationId = CONVERSATION.exec(pathname)?.[1] ?? null;
  const query = screen === 'search' ? beginningOf(parameters.get('q') ?? '', SEARCH_MAX) : null;
  const messageId = conversationId === null ? null : parameters.get('m');
  return {
    view: isView(asked) ? asked : 'open',
    conversationId,
    screen: screen ?? null,
    ...(query && { query }),
    ...(messageId && MESSAGE.test(messageId) && { messageId }),
  };
}

/** The address of a route. The open conversations are the default and have no parameter. */
export function routeHref({ view = 'open', conversationId = null, screen = null, query = '', messageId = '' }: Partial<Route>): string {
  const ofView = view === 'open' ? '' : `view=${view}`;
  // It also encodes half of an emoji, which `encodeURIComponent` refuses.
  if (screen === 'search') return `${ROOT}search${parametersOf(query && `${new URLSearchParams({ q: query })}`, ofView)}`;
  if (screen !== null) return ROOT + screen;
  const label = labelIn(view);
  if (label !== null && conversationId === null) return `${ROOT}label/${label}`;
  if (conversationId === null) return ROOT + parametersOf(ofView);
  return `${ROOT}c/${conversationId}${parametersOf(ofView, messageId && `m=${messageId}`)}`;
}

function parametersOf(...parameters: readonly string[]): string {
  const given = parameters.filter(Boolean).join('&');
  return given && `?${given}`;
}

/** Adds the slash to an address that was typed without it, so that a reload works offline. */
export function rootWithSlash({ pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>): string | null {
  return `${pathname}/` === ROOT ? ROOT + search + hash : null;
}
