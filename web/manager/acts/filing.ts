import type { Standing } from '../conversations/standing.ts';
import { words } from '../words.ts';

/** Whether a conversation can be archived and snoozed: in the inbox. */
export function canBeFiled({ tray }: Standing): boolean {
  return tray === 'inbox';
}

/** Why not, as a sentence; `null` if all of them can. */
export function whyNotFiled(conversations: readonly Standing[]): string | null {
  if (conversations.every(canBeFiled)) return null;
  return words.moveToInboxFirst({ count: conversations.length });
}
