import { signal } from '@preact/signals';

/** What a manager did or chose and only this device needs to know: skipped the first run, shared the page, hid the checklist. */
const NOTES = ['later', 'shared', 'no-checklist'] as const;
export type LocalNote = (typeof NOTES)[number];

const changes = signal(0);

/** Stores a note for the page at `slug`. If storage is refused, it ends with the tab. */
export function noteHere(name: LocalNote, slug: string): void {
  try {
    localStorage.setItem(keyOf(name), slug);
  } catch {}
  changes.value++;
}

/** Whether there is a note for this page. Components that read it follow changes. */
export function isNotedHere(name: LocalNote, slug: string): boolean {
  changes.value;
  try {
    return localStorage.getItem(keyOf(name)) === slug;
  } catch {
    return false;
  }
}

/** Removes all notes of this device. */
export function forgetNotesHere(): void {
  try {
    for (const name of NOTES) localStorage.removeItem(keyOf(name));
  } catch {}
}

function keyOf(name: LocalNote): string {
  return `foyer:${name}`;
}
