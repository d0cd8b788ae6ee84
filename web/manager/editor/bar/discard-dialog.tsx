import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useEditing } from '../editing/editor-context.ts';

/** Asks before a draft is thrown away. */
export function DiscardDialog({ onClose, onRefused }: { onClose(): void; onRefused(sentence: string | null): void }) {
  const { editor } = useEditing();
  const discard = async () => {
    onClose();
    onRefused(await editor.discard());
  };
  return (
    <Dialog label="Discard the draft" onClose={onClose}>
      <div class="p-5">
        <h2 class="text-base font-semibold">Discard your changes?</h2>
        <p class="mt-1.5 text-sm text-pretty text-soft">Everything since you last published goes. Your page stays as it is.</p>
        <div class="mt-5 flex flex-wrap justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>
            Keep them
          </Button>
          <Button kind="danger" onClick={discard}>
            Discard
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
