import { signal } from '@preact/signals';

/** A screen with changes that could be lost. */
export interface Unsaved {
  isUnsaved(): boolean;
  /** Tries to save. Resolves to whether everything is saved. */
  flush(): Promise<boolean>;
}

let screen: Unsaved | null = null;

/** Where the manager wants to go, while a dialog asks about changes that couldn't be saved. */
export const leavingTo = signal<(() => void) | null>(null);

/** Registers a screen that must be asked before it is left. Returns a function that removes it. */
export function guardLeaving(unsaved: Unsaved): () => void {
  screen = unsaved;
  return () => {
    if (screen === unsaved) screen = null;
  };
}

/** Whether leaving now would lose something. */
export function isUnsaved(): boolean {
  return screen?.isUnsaved() ?? false;
}

/** The manager doesn't wait longer than this for saving. */
const PATIENCE_MS = 3000;

/** Delays leaving until everything is saved, and asks if that fails. Returns whether it has to wait. */
export function holdBack(go: () => void): boolean {
  if (!screen?.isUnsaved()) return false;
  const patience = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS));
  Promise.race([screen.flush(), patience]).then((isSaved) => {
    if (isSaved) go();
    else leavingTo.value = go;
  });
  return true;
}

export function leaveAnyway(): void {
  const go = leavingTo.peek();
  leavingTo.value = null;
  screen = null;
  go?.();
}
