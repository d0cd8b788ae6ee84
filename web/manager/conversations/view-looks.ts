import type { IconName } from '../../ui/icon.tsx';
import type { View } from './view.ts';

/** How each list is called and drawn. */
export const VIEW_LOOKS: Readonly<Record<View, { name: string; icon: IconName }>> = {
  open: { name: 'Inbox', icon: 'inbox' },
  snoozed: { name: 'Snoozed', icon: 'clock' },
  archive: { name: 'Archive', icon: 'archive' },
  requests: { name: 'Requests', icon: 'question' },
  spam: { name: 'Spam', icon: 'spam' },
};
