import { useSignal } from '@preact/signals';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { Asking } from './act.ts';
import { erase } from './erase.ts';
import { Subject } from './subject.tsx';

/** Asks once more. The focus is on the way out, so that nobody deletes by a key that was pressed too often. */
export function DeleteDialog({ conversations, workspace, onClose }: Asking) {
  const isBusy = useSignal(false);
  const confirm = () => {
    isBusy.value = true;
    erase({ conversations, workspace }, onClose);
  };
  const isOne = conversations.length === 1;
  return (
    <Dialog label={isOne ? 'Delete this conversation' : 'Delete these conversations'} isWide onClose={onClose}>
      <div class="p-5">
        <h2 class="flex min-w-0 text-base font-semibold whitespace-pre">
          {isOne ? 'Delete the conversation with ' : 'Delete '}
          <Subject conversations={conversations} />?
        </h2>
        <p class="mt-1.5 text-base text-pretty text-soft">
          {isOne
            ? 'Everything in it is deleted for you and for the visitor, and cannot be brought back.'
            : 'Everything in them is deleted for you and for the visitors, and cannot be brought back.'}
        </p>
        <div class="mt-5 flex flex-wrap justify-end gap-2">
          <Button autoFocus onClick={onClose}>
            {isOne ? 'Keep it' : 'Keep them'}
          </Button>
          <Button kind="danger" disabled={isBusy.value} onClick={confirm}>
            {isBusy.value ? 'Deleting …' : 'Delete for both'}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
