import { signal } from '@preact/signals';
import { holdBack } from './leaving.ts';
import { parseRoute, type Route, routeHref } from './route.ts';

/** The current route. Links, keys and the browser's back and forward change it. */
export const route = signal<Route>(parseRoute(location));

/**
 * Navigates, to a part of the screen if `hash` names one. From one conversation to another the history entry is replaced, so back always
 * leads to the list.
 */
export function navigate(next: Route, hash = ''): void {
  const { conversationId } = route.peek();
  const href = routeHref(next) + hash;
  if (href === routeHref(route.peek()) + location.hash || holdBack(() => navigate(next, hash))) return;
  if (conversationId !== null && next.conversationId !== null) history.replaceState(history.state, '', href);
  else history.pushState({ cameFromList: conversationId === null }, '', href);
  route.value = next;
}

/** Leaves the conversation: back to the entry of the list if there is one. */
export function leaveConversation(): void {
  const { view, conversationId } = route.peek();
  if (conversationId === null) return;
  if (isMarked(history.state)) history.back();
  else {
    history.replaceState(null, '', routeHref({ view }));
    route.value = { view, conversationId: null, screen: null };
  }
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

function isMarked(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'cameFromList' in state && state.cameFromList === true;
}
