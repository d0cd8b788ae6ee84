import type { Draft } from '@foyer/domain/profile';
import { dismissNotice, notice, say } from '../../notice/notice.ts';
import type { Editor } from '../core/editor.ts';

/** Removes something and offers Undo until something else is changed. */
export function removeWithUndo(editor: Editor, key: string, change: (draft: Draft) => Draft, sentence: string): void {
  editor.edit(key, change);
  const after = editor.draft.peek();
  say(sentence, editor.undo);
  const said = notice.peek();
  const stop = editor.draft.subscribe((current) => {
    if (current === after) return;
    if (notice.peek() === said) dismissNotice();
    queueMicrotask(() => stop());
  });
}
