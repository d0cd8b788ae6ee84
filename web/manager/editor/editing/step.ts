import type { Editor } from '../core/editor.ts';
import { placeOfChange } from '../core/place-of-change.ts';
import { goToField } from './open-place.ts';

/** Undoes or redoes a step and opens the fields that it changed, so nothing changes unseen. */
export function step(editor: Editor, direction: 'undo' | 'redo'): void {
  const before = editor.draft.peek();
  editor[direction]();
  const place = placeOfChange(before, editor.draft.peek());
  // Someone who pressed a button may press it again. Someone who was in a field expects to be in one afterwards.
  if (place !== null) goToField(place, document.activeElement?.closest('#editor-panel') != null);
}
