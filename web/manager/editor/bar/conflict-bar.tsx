import { Button } from '../../../ui/button.tsx';
import { useEditing } from '../editing/editor-context.ts';
import { words } from '../words.ts';

/** Shown after another window saved changes: asks which of the two versions to keep. */
export function ConflictBar() {
  const { editor } = useEditing();
  const conflict = editor.conflict.value;
  return (
    <div role="alert" class="three:col-span-2">
      {conflict && (
        <div class="enter flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-tint px-3 py-2.5 text-sm three:px-5">
          <p class="flex grow flex-wrap gap-x-1 text-pretty">
            <b class="font-semibold">{words.conflictTitle}</b>
            <span>{words.conflictQuestion}</span>
          </p>
          <div class="flex flex-wrap gap-2">
            <Button disabled={!conflict.isHeard} onClick={editor.showTheirs}>
              {words.useOtherVersion}
            </Button>
            <Button kind="primary" disabled={!conflict.isHeard} onClick={editor.keepMine}>
              {words.keepMine}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
