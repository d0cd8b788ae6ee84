import { charactersOf } from '@foyer/domain/characters';
import { normalForm } from '@foyer/domain/text';

/** In grapheme clusters. */
const NAME_MAX = 40;

/**
 * A saved conversation's file name: `conversation-ines-duarte-2026-03-12.html`. Keeps only letters with the marks of their script, and digits,
 * of a visitor's name, so it can't contain a path, a second extension or a direction override.
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
