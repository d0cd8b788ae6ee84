import { navigate, route } from '../route/history.ts';
import { type Route, routeHref } from '../route/route.ts';

/** The link that opens the search has the focus: its id in the document. */
export const SEARCH_LINK = 'search-link';

/** Where the search was opened, to return the focus there. */
export interface Origin {
  conversationId: string | null;
  /** The row or the link that had the focus. */
  focus: { row: string } | 'link' | null;
}

let origin: Origin = { conversationId: null, focus: null };
let early = '';

/** Opens the search above the list that is shown. On the search screen it focuses the field, unless there is a `query`. */
export function openSearch(query = ''): void {
  if (route.peek().screen === 'search' && query === '') document.querySelector<HTMLElement>('[data-search]')?.focus();
  else {
    rememberOrigin();
    navigate(searchRoute(query));
  }
}

/** Keeps what was typed before the screen's file was loaded. */
export function typeEarly(text: string): void {
  early = text;
}

/** What was typed early; empty from then on. */
export function takeEarly(): string {
  const text = early;
  early = '';
  return text;
}

/** The address of the search above the list that is shown. */
export function searchHref(): string {
  return routeHref(searchRoute());
}

/** Call it before the search is opened. */
export function rememberOrigin(): void {
  const { screen, conversationId } = route.peek();
  const focused = document.activeElement;
  if (screen === 'search') return;
  const row = focused?.closest<HTMLElement>('[data-conversation]')?.dataset.conversation;
  origin = { conversationId, focus: row !== undefined ? { row } : focused?.id === SEARCH_LINK ? 'link' : null };
}

/** Where the last search was opened. */
export function searchOrigin(): Origin {
  return origin;
}

function searchRoute(query = ''): Route {
  return { view: route.value.view, conversationId: null, screen: 'search', ...(query && { query }) };
}
