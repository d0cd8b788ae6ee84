import { signal } from '@preact/signals';
import { keepTexts } from '../../conversation/kept-texts.ts';

/** An unsent draft for each conversation. It ends with the tab, or when the manager signs out. */

const key = (conversationId: string) => `foyer:draft:${conversationId}`;
const texts = keepTexts(() => sessionStorage);

/** Changes with every draft. */
export const draftsKept = signal(0);
/** Changes when a draft is changed from outside its field. */
export const draftsGiven = signal(0);

export function readDraft(conversationId: string): string {
  return texts.read(key(conversationId)) ?? '';
}

export function keepDraft(conversationId: string, text: string): void {
  texts.write(key(conversationId), text || null);
  draftsKept.value++;
}
