import { keepTexts } from '../../conversation/kept-texts.ts';

/** What was begun and not sent, one for each conversation. It ends with the tab, or when its manager signs out. */

const key = (conversationId: string) => `foyer:draft:${conversationId}`;
const texts = keepTexts(() => sessionStorage);

export function readDraft(conversationId: string): string {
  return texts.read(key(conversationId)) ?? '';
}

export function keepDraft(conversationId: string, text: string): void {
  texts.write(key(conversationId), text || null);
}
