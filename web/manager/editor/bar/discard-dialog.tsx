import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useEditing } from '../editing/editor-context.ts';
import { words } from '../words.ts';

export function DiscardDialog({ onClose, onRefused }: { onClose(): void; onRefused(sentence: string | null): void }) {
  const { editor } = useEditing();
  const discard = async () => {
    onClose();
    onRefused(await editor.discard());
  };
  return (
    <Dialog label={words.discardTitle} onClose={onClose}>
      <div class="p-5">
        <h2 class="text-base font-semibold">{words.discardTitle}</h2>
        <p class="mt-1.5 text-sm text-pretty text-soft">{words.discardConsequence}</p>
        <div class="mt-5 flex flex-wrap justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>
            {words.keepEditing}
          </Button>
          <Button kind="danger" onClick={discard}>
            {words.discard}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
