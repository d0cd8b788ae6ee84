import type { Editor } from '../core/editor.ts';
import { placeOfChange } from '../core/place-of-change.ts';
import { goToField } from './open-place.ts';

/** Takes a step back, or forth again, and opens the fields where it shows: nothing changes behind a closed tab. */
export function step(editor: Editor, direction: 'undo' | 'redo'): void {
  const before = editor.draft.peek();
  editor[direction]();
  const place = placeOfChange(before, editor.draft.peek());
  // Whoever presses a button may press it again; whoever was in a field is in a field afterwards.
  if (place !== null) goToField(place, document.activeElement?.closest('#editor-panel') != null);
}
