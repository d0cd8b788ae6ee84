import type { Saving } from '../core/editor.ts';
import { useEditing } from '../editing/editor-context.ts';

/** How safe what is on the screen is, in a few words. */
export function SaveNote() {
  const { editor } = useEditing();
  const isChanged = Object.keys(editor.changes.value).length > 0;
  const isPublished = editor.isPublished.value;
  return (
    <p role="status" class="min-w-0 truncate text-xs text-soft">
      {editor.conflict.value ? 'Waiting for your choice' : wordsFor(editor.saving.value, isChanged, isPublished)}
    </p>
  );
}

function wordsFor(saving: Saving, isChanged: boolean, isPublished: boolean): string {
  switch (saving.kind) {
    case 'kept':
      return isChanged ? 'Saved as a draft' : isPublished ? 'Published' : 'Not published yet';
    case 'waiting':
    case 'sending':
      return 'Saving …';
    case 'offline':
      return 'Not saved: offline';
    case 'retrying':
      return 'Not saved yet: trying again';
    case 'refused':
      return `Not saved. ${saving.sentence}`;
  }
}
