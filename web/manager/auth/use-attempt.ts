import { useSignal } from '@preact/signals';
import { type AuthAct, explainAuthError } from './auth-errors.ts';

/** Runs one act of a form at a time, and returns the sentence that says why it failed. */
export function useAttempt() {
  const isBusy = useSignal(false);
  const fault = useSignal<string | null>(null);
  return {
    isBusy: isBusy.value,
    fault: fault.value,
    refuse: (sentence: string | null) => {
      fault.value = sentence;
    },
    /** Resolves to whether it succeeded. */
    attempt: async (act: AuthAct, run: () => Promise<void>): Promise<boolean> => {
      // Google's window may stay open unseen, or never answer: the rest of the form must not wait for it.
      isBusy.value = act !== 'google';
      fault.value = null;
      try {
        await run();
        return true;
      } catch (error) {
        fault.value = explainAuthError(error, act) || null;
        return false;
      } finally {
        isBusy.value = false;
      }
    },
  };
}
