import type { Draft } from '../talk/talk.ts';
import { draftIn } from './composer.ts';

/** The text up to each length in `sent` was submitted before the script loaded and is a message. Text written since stays. */
export async function sendWaiting(
  sent: readonly number[],
  section: HTMLElement,
  form: HTMLFormElement,
  offer: (draft: Draft) => Promise<boolean>,
  giveBack: (text: string) => void,
): Promise<void> {
  const field = form.querySelector('textarea') as HTMLTextAreaElement;
  const draft = draftIn(form, section.dataset.section);
  field.value = draft.text.slice(sent.at(-1)).trimStart();
  field.dispatchEvent(new Event('input', { bubbles: true }));
  for (const [index, end] of sent.entries()) {
    const text = draft.text.slice(sent[index - 1], end);
    // Empty if it was deleted since.
    if (text.trim() && !(await offer({ ...draft, text }))) giveBack(text);
  }
}
