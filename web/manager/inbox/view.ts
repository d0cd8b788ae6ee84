import type { ConversationDocument, Status, Tray } from '@foyer/domain/conversation';

/** A list of conversations: the inbox by status, and each of the other trays as a whole. */
export type View = Status | Exclude<Tray, 'inbox'>;

/** In the order in which they are shown, and numbered by the keys. */
export const VIEW_ORDER: readonly View[] = ['open', 'snoozed', 'closed', 'requests', 'spam'];

export function isView(word: string | null): word is View {
  return VIEW_ORDER.some((view) => view === word);
}

/** The fields of a view's conversations, and the value that each must have. */
export function filterOf(view: View): Readonly<Record<string, string>> {
  return view === 'requests' || view === 'spam' ? { tray: view } : { tray: 'inbox', status: view };
}

/** In which view a conversation lies. */
export function viewOf({ tray, status }: Pick<ConversationDocument<unknown>, 'tray' | 'status'>): View {
  return tray === 'inbox' ? status : tray;
}
