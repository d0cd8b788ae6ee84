import { OWN_PAGE } from '../../lib/own-page.ts';

/** Says to the manager's page whose browser this is, until it is forgotten: they do not count as somebody who looks at it. */
export function markOwnPage(managerId: string): { forget(): void } {
  // Where storage is refused they are counted, and nothing else is lost.
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
