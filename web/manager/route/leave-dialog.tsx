import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { leaveAnyway, leavingTo } from './leaving.ts';

const stay = () => {
  leavingTo.value = null;
};

/** Asks before something is lost that could not be saved. */
export function LeaveDialog() {
  if (!leavingTo.value) return null;
  return (
    <Dialog label="Leave without saving" onClose={stay}>
      <div class="p-5">
        <h2 class="text-base font-semibold">Not everything is saved</h2>
        <p class="mt-1.5 text-sm text-pretty text-soft">
          Your last changes could not be kept as a draft yet. If you leave now, they are in this tab only, and end with it.
        </p>
        <div class="mt-5 flex flex-wrap justify-end gap-2">
          <Button kind="quiet" onClick={leaveAnyway}>
            Leave anyway
          </Button>
          <Button kind="primary" onClick={stay}>
            Stay here
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
