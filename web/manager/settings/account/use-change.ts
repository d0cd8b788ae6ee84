import { useSignal } from '@preact/signals';
import { accountFault } from './account-faults.ts';

/** A form that opens in its setting: whether it is open, and what became of it. */
export function useChange() {
  const isOpen = useSignal(false);
  const isBusy = useSignal(false);
  const fault = useSignal<string | null>(null);
  const done = useSignal<string | null>(null);
  return {
    isOpen: isOpen.value,
    isBusy: isBusy.value,
    fault: fault.value,
    /** What was done, as a sentence. */
    done: done.value,
    open() {
      isOpen.value = true;
      done.value = null;
      fault.value = null;
    },
    close() {
      isOpen.value = false;
    },
    /** Runs the change, which resolves to the sentence that says what was done. */
    async run(change: () => Promise<string>): Promise<void> {
      isBusy.value = true;
      fault.value = null;
      try {
        done.value = await change();
        isOpen.value = false;
      } catch (error) {
        fault.value = accountFault(error) || null;
      } finally {
        isBusy.value = false;
      }
    },
  };
}
