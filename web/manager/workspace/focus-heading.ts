/** Begins a screen that was just opened at its heading, also for those who hear it. */
export function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>('main h1, main h2');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
}
