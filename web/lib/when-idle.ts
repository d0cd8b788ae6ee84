/** How long a busy page can delay it. */
const IDLE_MS = 5000;

/** Resolves when the page has loaded and has nothing to do, at the latest 5 seconds after it has loaded. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    const wait = () => {
      // Safari has no idle callbacks.
      if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: IDLE_MS });
      else setTimeout(resolve, 1000);
    };
    if (document.readyState === 'complete') wait();
    else window.addEventListener('load', wait, { once: true });
  });
}
