import { charactersOf } from '@foyer/domain/characters';
import { normalForm } from '@foyer/domain/text';

/** Characters as people see them. */
const NAME_MAX = 40;

/**
 * What a saved conversation is called: `conversation-ines-duarte-2026-03-12.html`. Of a visitor's name only letters with the marks of their script, and digits, are kept:
 * nothing in it can be a path, a second ending, or turn the letters around.
 */
export function copyName(visitorName: string, nowMs: number, format: 'html' | 'json'): string {
  const words =
    normalForm(visitorName, 'NFC')
      .toLowerCase()
      .match(/(?:[\p{L}\p{N}]|(?!\p{Script=Inherited})\p{M})+/gu) ?? [];
  const name = charactersOf(words.join('-')).slice(0, NAME_MAX).join('').replace(/-$/, '');
  const at = new Date(nowMs);
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => `${part}`.padStart(2, '0')).join('-');
  return `${['conversation', name, day].filter(Boolean).join('-')}.${format}`;
}
