import { OWN_PAGE } from '../../lib/own-page.ts';

/** Marks this browser as the owner's, so the page doesn't count their views. */
export function markOwnPage(managerId: string): { forget(): void } {
  // If storage is refused, their views are counted.
  try {
    localStorage.setItem(OWN_PAGE, managerId);
  } catch {}
  return {
    forget() {
      try {
        localStorage.removeItem(OWN_PAGE);
      } catch {}
    },
  };
}
