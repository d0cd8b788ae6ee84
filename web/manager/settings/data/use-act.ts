import { useSignal } from '@preact/signals';
import { problemSentence } from '../../problem-words.ts';

/** Runs one act at a time, and says why it failed. */
export function useAct(sentenceOf: (cause: unknown) => string = problemSentence) {
  const isBusy = useSignal(false);
  const fault = useSignal<string | null>(null);
  return {
    isBusy: isBusy.value,
    fault: fault.value,
    run: async (act: () => Promise<void>): Promise<void> => {
      if (isBusy.peek()) return;
      isBusy.value = true;
      fault.value = null;
      try {
        await act();
      } catch (cause) {
        fault.value = sentenceOf(cause) || null;
      }
      isBusy.value = false;
    },
  };
}
