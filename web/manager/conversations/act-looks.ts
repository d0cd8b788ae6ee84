import type { IconName } from '../../ui/icon.tsx';
import type { Act } from './possible-acts.ts';

/** How an act is called and drawn wherever it can be done, and its key. */
export const ACT_LOOKS: Readonly<Record<Act, { name: string; icon: IconName; keyHint: string }>> = {
  release: { name: 'Move to inbox', icon: 'inbox', keyHint: 'm' },
  spam: { name: 'Spam', icon: 'spam', keyHint: '!' },
  snooze: { name: 'Snooze', icon: 'clock', keyHint: 's' },
  close: { name: 'Close', icon: 'check', keyHint: 'e' },
  reopen: { name: 'Reopen', icon: 'reopen', keyHint: 'e' },
  block: { name: 'Block', icon: 'blocked', keyHint: 'b' },
  unblock: { name: 'Unblock', icon: 'unblock', keyHint: 'b' },
};
