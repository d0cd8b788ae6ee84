import { OWN_PAGE } from '../../lib/own-page.ts';
import { stored } from '../../lib/stored.ts';

/**
 * Reports once, when the page is hidden or left, that it was viewed and which sections were on screen, without a cookie or anything about
 * the person. Doesn't count a page that was never on screen, or its manager's visits.
 */
export function countView({ slug, manager }: DOMStringMap): void {
  if (stored(OWN_PAGE) === manager) return;
  const sections = new Set<string | undefined>();
  // A heading at the very bottom edge doesn't count as seen.
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
