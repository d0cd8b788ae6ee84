import type { Draft } from '@foyer/domain/profile';
import { dismissNotice, notice, say } from '../../notice/notice.ts';
import type { Editor } from '../core/editor.ts';

/** Takes something away, says so, and offers it back for as long as nothing else was changed. */
export function removeWithUndo(editor: Editor, key: string, change: (draft: Draft) => Draft, words: string): void {
  editor.edit(key, change);
  const after = editor.draft.peek();
  say(words, editor.undo);
  const said = notice.peek();
  const stop = editor.draft.subscribe((current) => {
    if (current === after) return;
    if (notice.peek() === said) dismissNotice();
    queueMicrotask(() => stop());
  });
}
