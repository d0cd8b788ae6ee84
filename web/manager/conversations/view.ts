import type { ConversationDocument } from '@foyer/domain/conversation';
import { ARCHIVED_AS_STORED } from '@foyer/domain/conversation-versions';

/** The lists of conversations, in the order in which they are shown and numbered by the keys. */
export const VIEW_ORDER = ['open', 'snoozed', 'archive', 'requests', 'spam'] as const;

/** A list of conversations: the inbox by status, and each of the other trays as a whole. */
export type View = (typeof VIEW_ORDER)[number];

export function isView(word: string | null): word is View {
  return VIEW_ORDER.some((view) => view === word);
}

/** The statuses of a view, as they are stored. */
const STATUSES_OF = { open: 'open', snoozed: 'snoozed', archive: ARCHIVED_AS_STORED } as const;

/** The fields of a view's conversations, and the value that each must have, or the values of which it must have one. */
export function filterOf(view: View): Readonly<Record<string, string | readonly string[]>> {
  return view === 'requests' || view === 'spam' ? { tray: view } : { tray: 'inbox', status: STATUSES_OF[view] };
}

/** In which view a conversation lies. */
export function viewOf({ tray, status }: Pick<ConversationDocument<unknown>, 'tray' | 'status'>): View {
  if (tray !== 'inbox') return tray;
  return status === 'archived' ? 'archive' : status;
}
