/**
 * Focuses the heading of a screen that was just opened, so screen readers begin there, unless the screen has focused a field. The focus ring
 * shows only after a key press, and not after the page has just been loaded.
 */
export function focusHeading(): void {
  if (document.activeElement?.closest('main')) return;
  const heading = document.querySelector<HTMLElement>('main h1, main h2');
  const isByKey = document.activeElement !== document.body && document.activeElement?.matches(':focus-visible');
  heading?.setAttribute('tabindex', '-1');
  heading?.toggleAttribute('data-quiet-focus', !isByKey);
  heading?.focus({ preventScroll: true });
}
