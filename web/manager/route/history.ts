import { signal } from '@preact/signals';
import { holdBack } from './leaving.ts';
import { parseRoute, type Route, routeHref } from './route.ts';

/** The current route. Links, keys and the browser's back and forward change it. */
export const route = signal<Route>(parseRoute(location));

/**
 * Navigates, to a part of the screen if `hash` names one. From one conversation or search to another the history entry is replaced, so back
 * always leads to where the first was opened.
 */
export function navigate(next: Route, hash = ''): void {
  const { conversationId, screen } = route.peek();
  const href = routeHref(next) + hash;
  if (href === routeHref(route.peek()) + location.hash || holdBack(() => navigate(next, hash))) return;
  const isSameKind = (conversationId !== null && next.conversationId !== null) || (screen === 'search' && next.screen === 'search');
  if (isSameKind) history.replaceState(history.state, '', href);
  else history.pushState({ cameFromList: conversationId === null, cameFromHere: true }, '', href);
  route.value = next;
}

/** Leaves the conversation: back to the entry of the list if there is one. */
export function leaveConversation(): void {
  const { view, conversationId } = route.peek();
  if (conversationId === null) return;
  leaveFor({ view, conversationId: null, screen: null }, 'cameFromList');
}

/** Leaves the search: back to where it was opened, or to its list. */
export function leaveSearch(): void {
  const { view, screen } = route.peek();
  if (screen === 'search') leaveFor({ view, conversationId: null, screen: null }, 'cameFromHere');
}

function leaveFor(list: Route, mark: Mark): void {
  if (isMarked(history.state, mark)) history.back();
  else {
    history.replaceState(null, '', routeHref(list));
    route.value = list;
  }
}

/** Puts the search that is being typed into the address, in the same history entry. */
export function replaceQuery(query: string): void {
  const { view, screen, query: before = '' } = route.peek();
  if (screen !== 'search' || query === before) return;
  const next: Route = { view, conversationId: null, screen, ...(query && { query }) };
  history.replaceState(history.state, '', routeHref(next));
  route.value = next;
}

/** Follows the browser's history, and handles plain clicks on the dashboard's own links. Returns a function that stops it. */
export function followHistory(): () => void {
  const read = () => {
    const next = parseRoute(location);
    // The browser has already moved: this restores the address, and navigates when nothing can be lost.
    if (holdBack(() => navigate(next))) history.pushState(null, '', routeHref(route.peek()));
    else route.value = next;
  };
  const click = (event: MouseEvent) => {
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.defaultPrevented;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!isPlain || !link || link.target || !/^\/app(?:$|[/?])/.test(link.getAttribute('href') ?? '')) return;
    event.preventDefault();
    navigate(parseRoute(link), link.hash);
  };
  window.addEventListener('popstate', read);
  document.addEventListener('click', click);
  return () => {
    window.removeEventListener('popstate', read);
    document.removeEventListener('click', click);
  };
}

/** What an entry says about the one before it: it is a list or a screen, or it is in the dashboard. */
type Mark = 'cameFromList' | 'cameFromHere';

function isMarked(state: unknown, mark: Mark): boolean {
  return typeof state === 'object' && state !== null && (state as Record<Mark, unknown>)[mark] === true;
}
