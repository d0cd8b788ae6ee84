import { normaliseText } from '@foyer/domain/text';
import { isPlainEnter } from '../lib/plain-enter.ts';
import type { Draft } from './talk.ts';

/** What stands in the message box; what was left empty is not given. */
export function draftIn(form: HTMLFormElement, section?: string): Draft {
  const data = new FormData(form);
  const given = (part: string) => normaliseText(String(data.get(part)));
  const [name, email] = [given('name'), given('email')];
  return { text: String(data.get('text')), ...(name && { name }), ...(email && { email }), ...(section && { section }) };
}

/** Whether a text could be a resume code: a cheap look, so that the files that know for sure are loaded for hardly any message. */
export function mayBeCode(text: string): boolean {
  const symbols = text.replace(/[^\p{L}\p{N}]/gu, '').length;
  return /resume=/i.test(text) || (symbols > 13 && symbols < 27 && /\p{N}/u.test(text));
}

/** Enter sends. On a touch keyboard it is the only way to a new line; while an input method composes, it is its own. */
export function sendOnEnter(event: KeyboardEvent): void {
  if (!isPlainEnter(event) || matchMedia('(pointer: coarse)').matches) return;
  event.preventDefault();
  (event.target as HTMLTextAreaElement).form?.requestSubmit();
}
