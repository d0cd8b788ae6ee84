import { RECENT_CHOICES } from '../workspace/recent-choices.ts';

/** More aren't shown. */
const RECENT_MAX = 5;

/** The ids of what was chosen last on this device, the newest first. Signing out forgets them (`workspace/recent-choices.ts`). */
export function readRecent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(RECENT_CHOICES) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, RECENT_MAX) : [];
  } catch {
    return [];
  }
}

/** Keeps a choice as the newest. If storage is refused, nothing is kept. */
export function keepRecent(id: string): void {
  const ids = [id, ...readRecent().filter((other) => other !== id)].slice(0, RECENT_MAX);
  try {
    localStorage.setItem(RECENT_CHOICES, JSON.stringify(ids));
  } catch {}
}
