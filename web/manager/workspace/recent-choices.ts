/** The key of what the manager chose last in the palette, by id. */
export const RECENT_CHOICES = 'foyer:palette';
/** The key of the emoji that they chose last, and of their skin tone. */
export const RECENT_EMOJI = 'foyer:emoji';

/** Forgets them, with the sign-out. */
export function forgetRecentChoices(): void {
  try {
    for (const key of [RECENT_CHOICES, RECENT_EMOJI]) localStorage.removeItem(key);
  } catch {}
}
