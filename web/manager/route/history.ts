import { signal } from '@preact/signals';
import { holdBack } from './leaving.ts';
import { parseRoute, type Route, routeHref } from './route.ts';

/** Where the manager is. It changes by links, by keys, and by the browser's own back and forward. */
export const route = signal<Route>(parseRoute(location));

/** Goes somewhere. From one conversation to another the entry is replaced, so that back always leads to the list. */
export function navigate(next: Route): void {
  const { conversationId } = route.peek();
  const href = routeHref(next);
  if (href === routeHref(route.peek()) || holdBack(() => navigate(next))) return;
  if (conversationId !== null && next.conversationId !== null) history.replaceState(history.state, '', href);
  else history.pushState({ cameFromList: conversationId === null }, '', href);
  route.value = next;
}

/** Leaves the conversation: back to the entry of the list where there is one. */
export function leaveConversation(): void {
  const { view, conversationId } = route.peek();
  if (conversationId === null) return;
  if (isMarked(history.state)) history.back();
  else {
    history.replaceState(null, '', routeHref({ view }));
    route.value = { view, conversationId: null, screen: null };
  }
}

/** Follows the browser, and takes plain clicks on the dashboard's own links. Returns the way to stop. */
export function followHistory(): () => void {
  const read = () => {
    const next = parseRoute(location);
    // The browser has gone already: it is brought back, and goes on when nothing can be lost.
    if (holdBack(() => navigate(next))) history.pushState(null, '', routeHref(route.peek()));
    else route.value = next;
  };
  const click = (event: MouseEvent) => {
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.defaultPrevented;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!isPlain || !link || link.target || !/^\/app(?:$|[/?])/.test(link.getAttribute('href') ?? '')) return;
    event.preventDefault();
    navigate(parseRoute(link));
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
