import type { Conversation } from '../conversations/conversation.ts';
import type { Act, Place } from './act.ts';
import { archive } from './archive.ts';
import { block } from './block.tsx';
import { copyAsHtml, copyAsJson } from './copy.ts';
import { deletion } from './delete.tsx';
import { label } from './label.tsx';
import { markRead, markUnread } from './mark-unread.ts';
import { moveToInbox } from './move-to-inbox.ts';
import { mute, unmute } from './mute.ts';
import { pin, unpin } from './pin.ts';
import { rename } from './rename.tsx';
import { report } from './report.tsx';
import { snooze } from './snooze.tsx';
import { spam } from './spam.ts';
import { unarchive } from './unarchive.ts';
import { unblock } from './unblock.ts';
import { wake } from './wake.tsx';

/** Everything that a manager can do to conversations, the most frequent first. Rows, header, menu, keys and the list of keys read it. */
export const ACTS: readonly Act[] = [
  archive,
  unarchive,
  snooze,
  wake,
  moveToInbox,
  spam,
  label,
  pin,
  unpin,
  markUnread,
  markRead,
  rename,
  mute,
  unmute,
  copyAsHtml,
  copyAsJson,
  block,
  unblock,
  report,
  deletion,
];

export function actsIn(place: Place, conversation: Conversation): Act[] {
  return ACTS.filter((act) => act.canApply([conversation]) && act.places(conversation).includes(place));
}
