/**
 * Begins a screen that was just opened at its heading, also for those who hear it. The focus is shown only where it was shown before: after
 * a key, and not when the page has just been loaded.
 */
export function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>('main h1, main h2');
  const isByKey = document.activeElement !== document.body && document.activeElement?.matches(':focus-visible');
  heading?.setAttribute('tabindex', '-1');
  heading?.toggleAttribute('data-quiet-focus', !isByKey);
  heading?.focus({ preventScroll: true });
}
