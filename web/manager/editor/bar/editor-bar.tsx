import { useSignal } from '@preact/signals';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useWorkspace } from '../../workspace/context.ts';
import { useEditing } from '../editing/editor-context.ts';
import { goToField, shownSide } from '../editing/open-place.ts';
import { step } from '../editing/step.ts';
import { DiscardDialog } from './discard-dialog.tsx';
import { SaveNote } from './save-note.tsx';

/** What is done with the whole page: taken back, thrown away, published. */
export function EditorBar({ onRefused }: { onRefused(sentence: string | null): void }) {
  const { editor } = useEditing();
  const href = useWorkspace().page.value?.href;
  const isAsking = useSignal(false);
  const isChanged = Object.keys(editor.changes.value).length > 0;
  const isHeld = editor.conflict.value !== null || editor.isPublishing.value;
  const publish = async () => {
    onRefused(await editor.publish());
    const [first] = Object.keys(editor.faults.peek());
    if (first !== undefined) goToField(first);
  };
  return (
    <header class="flex min-h-14 shrink-0 flex-wrap items-center gap-x-1 gap-y-2 border-b border-line px-3 py-2 three:px-5">
      <div class="mr-auto flex min-w-0 items-baseline gap-3">
        <h1 class="text-md font-semibold whitespace-nowrap">My page</h1>
        <SaveNote />
      </div>
      <fieldset aria-label="What is shown" class="flex rounded-lg bg-hover p-0.5 three:hidden dark:bg-canvas">
        {(['edit', 'preview'] as const).map((side) => (
          <button
            key={side}
            type="button"
            aria-pressed={shownSide.value === side}
            onClick={() => {
              shownSide.value = side;
            }}
            class="h-7 rounded-md px-2.5 text-sm text-soft capitalize aria-pressed:bg-raised aria-pressed:font-medium aria-pressed:text-ink aria-pressed:shadow-edge pointer-coarse:h-10"
          >
            {side}
          </button>
        ))}
      </fieldset>
      <div class="ml-auto flex items-center gap-1 three:ml-0">
        <IconButton
          icon="undo"
          label="Undo"
          keyHint="Control+Z"
          disabled={!editor.canUndo.value}
          class="disabled:opacity-35"
          onClick={() => step(editor, 'undo')}
        />
        <IconButton
          icon="redo"
          label="Redo"
          keyHint="Control+Shift+Z"
          disabled={!editor.canRedo.value}
          class="disabled:opacity-35"
          onClick={() => step(editor, 'redo')}
        />
        {href && (
          <a
            href={href}
            target="_blank"
            rel="noopener"
            title="Open your page"
            class="hidden h-8 items-center rounded-lg px-2.5 text-sm text-soft hover:bg-hover hover:text-ink two:flex pointer-coarse:h-11"
          >
            Open
            <span class="sr-only"> your page, in a new tab</span>
          </a>
        )}
        <Button
          kind="quiet"
          disabled={!isChanged || isHeld}
          onClick={() => {
            isAsking.value = true;
          }}
        >
          Discard
        </Button>
        <Button kind="primary" disabled={!editor.canPublish.value || isHeld} aria-busy={editor.isPublishing.value} onClick={publish}>
          {editor.isPublishing.value ? 'Publishing …' : 'Publish'}
        </Button>
      </div>
      {isAsking.value && (
        <DiscardDialog
          onClose={() => {
            isAsking.value = false;
          }}
          onRefused={onRefused}
        />
      )}
    </header>
  );
}
