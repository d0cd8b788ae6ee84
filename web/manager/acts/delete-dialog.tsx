import { useSignal } from '@preact/signals';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { words } from '../words.ts';
import { AboutSubject } from './about-subject.tsx';
import type { Asking } from './act.ts';
import { erase } from './erase.ts';

/** Asks for confirmation. The focus is on Cancel, so an accidental key press deletes nothing. */
export function DeleteDialog({ conversations, workspace, onClose }: Asking) {
  const isBusy = useSignal(false);
  const confirm = () => {
    isBusy.value = true;
    erase({ conversations, workspace }, onClose);
  };
  const count = conversations.length;
  return (
    <Dialog label={words.deleteLabel({ count })} isWide onClose={onClose}>
      <div class="p-5">
        <h2 class="text-base font-semibold text-pretty [overflow-wrap:anywhere]">
          <AboutSubject message={words.deleteTitle} conversations={conversations} />
        </h2>
        <p class="mt-1.5 text-base text-pretty text-soft">{words.deleteNote({ count })}</p>
        <div class="mt-5 flex flex-wrap justify-end gap-2">
          <Button autoFocus onClick={onClose}>
            {words.cancel}
          </Button>
          <Button kind="danger" disabled={isBusy.value} onClick={confirm}>
            {isBusy.value ? words.deleting : words.deleteForBoth}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
