import type { IconName } from '../../ui/icon.tsx';
import { words as filing } from '../filing-words.ts';
import { words } from '../words.ts';
import { labels } from './known-labels.ts';
import { labelIn, type NamedView, type View } from './view.ts';

export interface ViewLook {
  name: string;
  icon: IconName;
}

const NAMED: Readonly<Record<NamedView, ViewLook>> = {
  open: { name: words.inbox, icon: 'inbox' },
  snoozed: { name: words.snoozed, icon: 'clock' },
  archive: { name: words.archiveList, icon: 'archive' },
  requests: { name: words.requests, icon: 'question' },
  spam: { name: words.spam, icon: 'spam' },
  unread: { name: filing.unread, icon: 'unread' },
  waiting: { name: filing.waiting, icon: 'person' },
  pinned: { name: filing.pinnedList, icon: 'pin' },
  muted: { name: filing.mutedList, icon: 'muted' },
};

/** A label has no name while the labels are being loaded. */
export function looksOf(view: View): ViewLook {
  const label = labelIn(view);
  return label === null ? NAMED[view as NamedView] : { name: labels.value?.get(label)?.name ?? '', icon: 'label' };
}
