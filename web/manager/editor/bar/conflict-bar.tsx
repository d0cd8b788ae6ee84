import { Button } from '../../../ui/button.tsx';
import { useEditing } from '../editing/editor-context.ts';

/** Another window has written: which of the two goes on is the person's to say. */
export function ConflictBar() {
  const { editor } = useEditing();
  const conflict = editor.conflict.value;
  return (
    <div role="alert" class="three:col-span-2">
      {conflict && (
        <div class="enter flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-tint px-3 py-2.5 text-sm three:px-5">
          <p class="grow text-pretty">
            <b class="font-semibold">You changed this page in another window.</b> Nothing was overwritten: which version should go on?
          </p>
          <div class="flex gap-2">
            <Button disabled={!conflict.isHeard} onClick={editor.showTheirs}>
              Show that version
            </Button>
            <Button kind="primary" disabled={!conflict.isHeard} onClick={editor.keepMine}>
              Keep mine
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
