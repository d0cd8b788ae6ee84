import type { Standing } from '../conversations/standing.ts';
import { inNumber } from './in-number.ts';

/** Whether a conversation can be archived and snoozed: in the inbox, unless its visitor is blocked. */
export function canBeFiled({ tray, isBlocked }: Standing): boolean {
  return tray === 'inbox' && !isBlocked;
}

/** Why not, as a sentence; `null` if all of them can. */
export function whyNotFiled(conversations: readonly Standing[]): string | null {
  if (conversations.some(({ tray }) => tray !== 'inbox')) {
    return inNumber(conversations, 'Move it to your inbox first.', () => 'Move them to your inbox first.');
  }
  if (conversations.some(({ isBlocked }) => isBlocked)) {
    return inNumber(conversations, 'Unblock this visitor first.', () => 'Unblock these visitors first.');
  }
  return null;
}
