import { signal } from '@preact/signals';

/** Small things that a manager did or chose, and only this device needs to know: put the first minutes off, shared the page, hid the list. */
export type LocalNote = 'later' | 'shared' | 'no-checklist';

const changes = signal(0);

/** Notes it for the page at `slug`. Where storage is refused, it is forgotten with the tab. */
export function noteHere(name: LocalNote, slug: string): void {
  try {
    localStorage.setItem(keyOf(name), slug);
  } catch {}
  changes.value++;
}

/** Whether it was noted for this page. Follows changes where signals are read. */
export function isNotedHere(name: LocalNote, slug: string): boolean {
  changes.value;
  try {
    return localStorage.getItem(keyOf(name)) === slug;
  } catch {
    return false;
  }
}

function keyOf(name: LocalNote): string {
  return `foyer:${name}`;
}
