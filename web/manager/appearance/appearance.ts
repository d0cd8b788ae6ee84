import type { Appearance } from '@foyer/domain/settings';
import { APPEARANCE_CHOSEN, APPEARANCE_KEY } from './appearance-keys.ts';

/** Shows an appearance now, and at this browser's next load before anything is painted. */
export function showAppearance(appearance: Appearance): void {
  try {
    localStorage.setItem(APPEARANCE_KEY, appearance);
  } catch {
    // Then the next load begins with the system's.
  }
  dispatchEvent(new CustomEvent(APPEARANCE_CHOSEN, { detail: appearance }));
}
