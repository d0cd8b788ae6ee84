/** The keys of what the manager last chose in the palette, by id, and of what they last searched for. */
export const RECENT_CHOICES = 'foyer:palette';
export const RECENT_SEARCHES = 'foyer:searches';

/** Forgets both, with the sign-out. */
export function forgetRecentChoices(): void {
  try {
    for (const key of [RECENT_CHOICES, RECENT_SEARCHES]) localStorage.removeItem(key);
  } catch {}
}
