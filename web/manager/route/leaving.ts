import { signal } from '@preact/signals';

/** A screen with something on it that could be lost. */
export interface Unsaved {
  isUnsaved(): boolean;
  /** Tries to save it. Whether all of it is, then. */
  flush(): Promise<boolean>;
}

let screen: Unsaved | null = null;

/** Where somebody wants to go from a screen that could not save everything: they are asked. */
export const leavingTo = signal<(() => void) | null>(null);

/** Has a screen asked before it is left. Returns the way to stop. */
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

/** Longer than this nobody waits to go elsewhere. */
const PATIENCE_MS = 3000;

/** Holds somebody back for as long as it takes to save, and asks where that fails. Whether they are held. */
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
