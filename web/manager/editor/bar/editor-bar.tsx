import { useSignal } from '@preact/signals';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
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
  const isMenuOpen = useSignal(false);
  const isEditing = shownSide.value === 'edit';
  const isChanged = Object.keys(editor.changes.value).length > 0;
  const isHeld = editor.conflict.value !== null || editor.isPublishing.value;
  const publish = async () => {
    onRefused(await editor.publish());
    const [first] = Object.keys(editor.faults.peek());
    if (first !== undefined) goToField(first);
  };
  const discard = () => {
    isAsking.value = true;
  };
  return (
    <header class="flex min-h-13 shrink-0 flex-wrap items-center gap-x-1 border-b border-line px-3 py-1 three:col-span-2 three:min-h-14 three:px-5">
      <div class="mr-auto min-w-22 flex-1 two:flex two:items-baseline two:gap-3">
        <h1 class="text-md font-semibold whitespace-nowrap max-two:leading-5">My page</h1>
        <SaveNote />
      </div>
      <Button
        kind="quiet"
        class="three:hidden"
        onClick={() => {
          shownSide.value = isEditing ? 'preview' : 'edit';
        }}
      >
        <Icon name={isEditing ? 'eye' : 'pencil'} />
        {isEditing ? 'Preview' : 'Edit'}
      </Button>
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
        class="disabled:opacity-35 max-two:hidden!"
        onClick={() => step(editor, 'redo')}
      />
      {href && (
        <a
          href={href}
          target="_blank"
          rel="noopener"
          title="View your page"
          class="hidden h-8 items-center rounded-lg px-2.5 text-sm text-soft hover:bg-hover hover:text-ink two:flex pointer-coarse:h-11"
        >
          View page
          <span class="sr-only">, in a new tab</span>
        </a>
      )}
      <Button kind="quiet" class="max-two:hidden" disabled={!isChanged || isHeld} onClick={discard}>
        Discard
      </Button>
      <div class="two:hidden">
        <Menu label="More" isOpen={isMenuOpen.value} onToggle={(isOpen) => (isMenuOpen.value = isOpen)}>
          {editor.canRedo.value && <MenuItem icon="redo" name="Redo" onChoose={() => step(editor, 'redo')} />}
          {href && <MenuItem icon="open" name="View page" onChoose={() => window.open(href, '_blank', 'noopener')} />}
          {isChanged && !isHeld && <MenuItem icon="bin" name="Discard changes" isDanger onChoose={discard} />}
        </Menu>
      </div>
      <Button
        kind="primary"
        class="ms-1"
        disabled={!editor.canPublish.value || isHeld}
        aria-busy={editor.isPublishing.value}
        onClick={publish}
      >
        {editor.isPublishing.value ? 'Publishing …' : 'Publish'}
      </Button>
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
