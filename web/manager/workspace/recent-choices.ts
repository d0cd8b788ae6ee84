/** The keys of what the manager last chose in the palette, by id, and of what they last searched for. */
export const RECENT_CHOICES = 'foyer:palette';
/** The key of the emoji that they chose last, and of their skin tone. */
export const RECENT_EMOJI = 'foyer:emoji';
export const RECENT_SEARCHES = 'foyer:searches';

/** Forgets them, with the sign-out. */
export function forgetRecentChoices(): void {
  try {
    for (const key of [RECENT_CHOICES, RECENT_EMOJI, RECENT_SEARCHES]) localStorage.removeItem(key);
  } catch {}
}
