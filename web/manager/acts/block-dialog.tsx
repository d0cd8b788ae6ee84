import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { Asking } from './act.ts';
import { Subject } from './subject.tsx';

/** Asks for confirmation. The focus is on Cancel. */
export function BlockDialog({ conversations, onClose, onBlock }: Asking & { onBlock(): void }) {
  const isOne = conversations.length === 1;
  return (
    <Dialog label={isOne ? 'Block this visitor' : 'Block these visitors'} isWide onClose={onClose}>
      <div class="p-5">
        <h2 class="truncate text-base font-semibold">
          {isOne ? 'Block ' : 'Block the visitors of '}
          <Subject conversations={conversations} />?
        </h2>
        <p class="mt-1.5 text-base text-pretty text-soft">
          They can read, but not write. They could start a new conversation from another browser. You can unblock them at any time.
        </p>
        <div class="mt-5 flex flex-wrap justify-end gap-2">
          <Button autoFocus onClick={onClose}>
            Cancel
          </Button>
          <Button
            kind="danger"
            onClick={() => {
              onClose();
              onBlock();
            }}
          >
            Block
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
