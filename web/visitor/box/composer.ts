import { normaliseLine } from '@foyer/domain/text';
import type { Draft } from '../talk/talk.ts';

/** What stands in the message box; what was left empty is not given. */
export function draftIn(form: HTMLFormElement, section?: string): Draft {
  const data = new FormData(form);
  const given = (part: string) => normaliseLine(String(data.get(part)));
  const [name, email] = [given('name'), given('email')];
  return { text: String(data.get('text')), ...(name && { name }), ...(email && { email }), ...(section && { section }) };
}

/** Whether a text could be a resume code: a cheap look, so that the files that know for sure are loaded for hardly any message. */
export function mayBeCode(text: string): boolean {
  const symbols = text.replace(/[^\p{L}\p{N}]/gu, '').length;
  return /resume=/i.test(text) || (symbols > 13 && symbols < 27 && /[\p{N}-]/u.test(text));
}
