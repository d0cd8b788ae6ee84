import { useSignal } from '@preact/signals';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWorkspace } from '../shell/context.ts';
import { deleting } from '../shell/panels.ts';
import type { Conversation } from './conversation.ts';
import { displayName } from './visitor-name.ts';

const close = () => {
  deleting.value = null;
};

/** Asks once more. The focus is on the way out, so that nobody deletes by a key that was pressed too often. */
export function DeleteDialog({ conversation }: { conversation: Conversation }) {
  const { erase } = useWorkspace();
  const isBusy = useSignal(false);
  const confirm = () => {
    isBusy.value = true;
    erase(conversation);
  };
  return (
    <Dialog label="Delete this conversation" isWide onClose={close}>
      <div class="p-5">
        <h2 class="truncate text-base font-semibold">
          Delete the conversation with <bdi>{displayName(conversation.visitor, conversation.id).text}</bdi>?
        </h2>
        <p class="mt-1.5 text-base text-pretty text-soft">
          Everything in it is deleted for you and for the visitor, and cannot be brought back.
        </p>
        <div class="mt-5 flex flex-wrap justify-end gap-2">
          <Button autoFocus onClick={close}>
            Keep it
          </Button>
          <Button kind="danger" disabled={isBusy.value} onClick={confirm}>
            {isBusy.value ? 'Deleting …' : 'Delete for both'}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
