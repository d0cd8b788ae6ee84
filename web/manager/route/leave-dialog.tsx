import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { words } from '../door-words.ts';
import { leaveAnyway, leavingTo } from './leaving.ts';

const stay = () => {
  leavingTo.value = null;
};

/** Asks before unsaved changes are lost. */
export function LeaveDialog() {
  if (!leavingTo.value) return null;
  return (
    <Dialog label={words.leaveLabel} onClose={stay}>
      <div class="p-5">
        <h2 class="text-base font-semibold">{words.leaveTitle}</h2>
        <p class="mt-1.5 text-sm text-pretty text-soft">{words.leaveAbout}</p>
        <div class="mt-5 flex flex-wrap justify-end gap-2">
          <Button kind="quiet" onClick={leaveAnyway}>
            {words.leaveAnyway}
          </Button>
          <Button kind="primary" onClick={stay}>
            {words.stay}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
