import type { Standing } from '../conversations/standing.ts';
import { inNumber } from './in-number.ts';

/** Whether a conversation can be archived and snoozed: in the inbox. */
export function canBeFiled({ tray }: Standing): boolean {
  return tray === 'inbox';
}

/** Why not, as a sentence; `null` if all of them can. */
export function whyNotFiled(conversations: readonly Standing[]): string | null {
  if (conversations.every(canBeFiled)) return null;
  return inNumber(conversations, 'Move it to your inbox first.', () => 'Move them to your inbox first.');
}
