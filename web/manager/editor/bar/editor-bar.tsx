import { useSignal } from '@preact/signals';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { useWorkspace } from '../../workspace/context.ts';
import { useEditing } from '../editing/editor-context.ts';
import { goToField, shownSide } from '../editing/open-place.ts';
import { step } from '../editing/step.ts';
import { words } from '../words.ts';
import { DiscardDialog } from './discard-dialog.tsx';
import { SaveNote } from './save-note.tsx';

/** Acts on the whole page: undo, redo, discard, publish. */
export function EditorBar({ onRefused }: { onRefused(sentence: string | null): void }) {
  const { editor } = useEditing();
  const href = useWorkspace().page.value?.href;
  const isAsking = useSignal(false);
  const isMenuOpen = useSignal(false);
  const isEditing = shownSide.value === 'edit';
  const isChanged = Object.keys(editor.changes.value).length > 0;
  const isBusy = editor.conflict.value !== null || editor.isPublishing.value;
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
      <div class="me-auto flex-1 two:flex two:items-baseline two:gap-3">
        <h1 class="text-md font-semibold whitespace-nowrap max-two:min-w-22 max-two:leading-5">{words.myPage}</h1>
        <SaveNote />
      </div>
      {/* Without room for its label, only the icon: the label wraps to a second line, which is cut off. */}
      <Button
        kind="quiet"
        class="max-w-max min-w-11 basis-11 grow-999 flex-wrap content-start gap-y-0! overflow-clip three:hidden"
        onClick={() => {
          shownSide.value = isEditing ? 'preview' : 'edit';
        }}
      >
        <Icon name={isEditing ? 'eye' : 'pencil'} class="h-full shrink-0" />
        <span class="flex h-full items-center">{isEditing ? words.preview : words.edit}</span>
      </Button>
      <IconButton
        icon="undo"
        label={words.undo}
        keyHint="Control+Z"
        disabled={!editor.canUndo.value}
        class="disabled:opacity-35"
        onClick={() => step(editor, 'undo')}
      />
      <IconButton
        icon="redo"
        label={words.redo}
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
          aria-label={words.viewPageInNewTab}
          class="hidden h-8 items-center rounded-lg px-2.5 text-sm text-soft hover:bg-hover hover:text-ink two:flex pointer-coarse:h-11"
        >
          {words.viewPage}
        </a>
      )}
      <Button kind="quiet" class="max-two:hidden" disabled={!isChanged || isBusy} onClick={discard}>
        {words.discard}
      </Button>
      {/* The menu is last: it opens over the full width of a phone, however long the word on the button is. */}
      <div class="ms-auto flex items-center gap-1 ps-1">
        <Button kind="primary" disabled={!editor.canPublish.value || isBusy} aria-busy={editor.isPublishing.value} onClick={publish}>
          {editor.isPublishing.value ? words.publishing : words.publish}
        </Button>
        <div class="two:hidden">
          <Menu label={words.more} isOpen={isMenuOpen.value} onToggle={(isOpen) => (isMenuOpen.value = isOpen)}>
            {editor.canRedo.value && <MenuItem icon="redo" name={words.redo} onChoose={() => step(editor, 'redo')} />}
            {href && <MenuItem icon="open" name={words.viewPage} onChoose={() => window.open(href, '_blank', 'noopener')} />}
            {isChanged && !isBusy && <MenuItem icon="bin" name={words.discardChanges} isDanger onChoose={discard} />}
          </Menu>
        </div>
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
