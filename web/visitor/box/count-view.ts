import { OWN_PAGE } from '../../lib/own-page.ts';

/**
 * Tells once that this page was looked at, and which of its sections were on the screen, when it is hidden or left: nothing of the person,
 * and no cookie goes along. A page that was never on the screen was not looked at, and its manager does not count.
 */
export function countView({ slug, manager }: DOMStringMap): void {
  // Asking for storage throws where it is refused.
  try {
    if (localStorage.getItem(OWN_PAGE) === manager) return;
  } catch {}
  const sections = new Set<string | undefined>();
  // A heading that only peeks in at the bottom edge has not been seen.
  const watch = new IntersectionObserver(
    (found) => {
      for (const { isIntersecting, target } of found) if (isIntersecting) sections.add(target.parentElement?.id);
    },
    { rootMargin: '0px 0px -10%' },
  );
  for (const heading of document.querySelectorAll('.chapter>h2')) watch.observe(heading);

  let wasShown = false;
  const look = () => {
    if (!document.hidden) wasShown = true;
    else if (wasShown) {
      removeEventListener('visibilitychange', look);
      fetch('/api/views', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ slug, sections: [...sections] }),
        keepalive: true,
        credentials: 'omit',
      }).catch(() => {});
    }
  };
  addEventListener('visibilitychange', look);
  look();
}
