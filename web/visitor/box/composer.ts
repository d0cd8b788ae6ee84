import { normaliseLine } from '@foyer/domain/text';
import type { Draft } from '../talk/talk.ts';

export function draftIn(form: HTMLFormElement, section?: string): Draft {
  const data = new FormData(form);
  const given = (part: string) => normaliseLine(String(data.get(part)));
  const [name, email] = [given('name'), given('email')];
  return { text: String(data.get('text')), ...(name && { name }), ...(email && { email }), ...(section && { section }) };
}

/** Whether a text could be a resume code: a cheap test, so hardly any message loads the files with the exact one. */
export function mayBeCode(text: string): boolean {
  const symbols = text.replace(/[^\p{L}\p{N}]/gu, '').length;
  return /resume=/i.test(text) || (symbols > 13 && symbols < 27 && /[\p{N}-]/u.test(text));
}
