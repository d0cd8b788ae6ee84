import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { endSignIns } from '../../auth/account-acts.ts';
import { FormFault } from '../../auth/form-parts.tsx';
import { signOut } from '../../auth/session.ts';
import { problemSentence } from '../../problem-words.ts';
import { useWorkspace } from '../../workspace/context.ts';
import { words } from '../words.ts';

/** Asks for confirmation, and says if something in this browser would be lost. */
export function EverywhereDialog({ onClose }: { onClose(): void }) {
  const { proof, wouldLose } = useWorkspace();
  const isBusy = useSignal(false);
  const isUnsaved = useSignal(false);
  const fault = useSignal<string | null>(null);
  useEffect(() => {
    wouldLose().then((would) => {
      isUnsaved.value = would;
    });
  }, [wouldLose, isUnsaved]);
  const end = async () => {
    isBusy.value = true;
    fault.value = null;
    try {
      await endSignIns(proof);
      await signOut();
    } catch (problem) {
      fault.value = problemSentence(problem);
      isBusy.value = false;
    }
  };
  return (
    <Dialog label={words.signOutEverywhere} isWide onClose={onClose}>
      <div class="p-5">
        <h2 class="text-base font-semibold text-pretty">{words.signOutEverywhere}</h2>
        <p class="mt-1.5 text-base text-pretty text-soft">{words.signOutEverywhereAbout}</p>
        <p role="status" class="mt-3 text-base text-pretty empty:hidden">
          {isUnsaved.value && words.signOutUnsaved}
        </p>
        <div class="mt-5">
          <FormFault fault={fault.value} />
          <div class="flex flex-wrap justify-end gap-2">
            <Button autoFocus onClick={onClose}>
              {words.cancel}
            </Button>
            <Button kind="danger" aria-busy={isBusy.value} disabled={isBusy.value} onClick={end}>
              {words.signOutEverywhere}
            </Button>
          </div>
        </div>
      </div>
    </Dialog>
  );
}
