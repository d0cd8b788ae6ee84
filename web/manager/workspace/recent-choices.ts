/** The key of what the manager chose last in the palette, by id. */
export const RECENT_CHOICES = 'foyer:palette';

/** Forgets it, with the sign-out. */
export function forgetRecentChoices(): void {
  try {
    localStorage.removeItem(RECENT_CHOICES);
  } catch {}
}
