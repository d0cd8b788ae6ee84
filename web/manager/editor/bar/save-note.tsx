import type { Saving } from '../core/editor.ts';
import { useEditing } from '../editing/editor-context.ts';
import { words } from '../words.ts';

/** Whether the draft is saved. */
export function SaveNote() {
  const { editor } = useEditing();
  const isChanged = Object.keys(editor.changes.value).length > 0;
  const isPublished = editor.isPublished.value;
  const note = editor.conflict.value ? words.chooseVersion : noteOf(editor.saving.value, isChanged, isPublished);
  return (
    <p role="status" title={note} class="line-clamp-2 min-w-0 text-xs text-soft two:line-clamp-1">
      {note}
    </p>
  );
}

function noteOf(saving: Saving, isChanged: boolean, isPublished: boolean): string {
  switch (saving.kind) {
    case 'kept':
      return isChanged ? words.draftSaved : isPublished ? words.published : words.notPublishedYet;
    case 'waiting':
    case 'sending':
      return words.saving;
    case 'offline':
      return words.offlineNotSaved;
    case 'retrying':
      return words.retryingToSave;
    case 'refused':
      return words.notSaved({ reason: saving.sentence });
  }
}
