import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** A press on a button ends the typing. What comes back then must not appear under the finger before it is lifted. */
const AFTERWARDS_MS = 300;

/** The fields that open a phone's keyboard. */
const TEXT_FIELD =
  'textarea, [contenteditable], input:not([type=radio], [type=checkbox], [type=file], [type=color], [type=range], [type=button], [type=submit])';

/** Whether a text field has the focus, so that a phone's keyboard takes half of the screen. */
export function useTyping(): ReadonlySignal<boolean> {
  const isTyping = useSignal(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      const isField = document.activeElement?.matches(TEXT_FIELD) ?? false;
      if (isField) isTyping.value = true;
      else timer = setTimeout(() => (isTyping.value = false), AFTERWARDS_MS);
    };
    const left = () => setTimeout(look);
    document.addEventListener('focusin', look);
    document.addEventListener('focusout', left);
    look();
    return () => {
      clearTimeout(timer);
      document.removeEventListener('focusin', look);
      document.removeEventListener('focusout', left);
    };
  }, []);
  return isTyping;
}
