import type { ConversationDocument } from '@foyer/domain/conversation';
import { ARCHIVED_AS_STORED } from '@foyer/domain/conversation-versions';
import { isFromVisitor, type ParticipantId, VISITOR } from '@foyer/domain/participant';
import type { Filter } from '../../lib/list-query.ts';

/** The lists that are always shown: the inbox by status, and each other tray. */
export const VIEW_ORDER = ['open', 'snoozed', 'archive', 'requests', 'spam'] as const;
export type MainView = (typeof VIEW_ORDER)[number];

/** Lists of conversations of the inbox that have something in common. */
export const FURTHER_VIEWS = ['unread', 'waiting', 'pinned', 'muted'] as const;
export type FurtherView = (typeof FURTHER_VIEWS)[number];

/** In the order in which the keys number them. */
export const NAMED_VIEWS = [...VIEW_ORDER, ...FURTHER_VIEWS] as const;
export type NamedView = (typeof NAMED_VIEWS)[number];

const LABEL = 'label:';

/** A list of conversations, also those with one label. */
export type View = MainView | FurtherView | `${typeof LABEL}${string}`;

export function isView(word: string | null): word is View {
  return word !== null && (NAMED_VIEWS.some((view) => view === word) || /^label:[A-Za-z0-9_-]{1,40}$/.test(word));
}

export function isMainView(view: View): view is MainView {
  return VIEW_ORDER.some((main) => main === view);
}

export function labelView(labelId: string): View {
  return `${LABEL}${labelId}`;
}

/** The label of a view, or `null` if it isn't the view of one. */
export function labelIn(view: View): string | null {
  return view.startsWith(LABEL) ? view.slice(LABEL.length) : null;
}

/** The statuses of a view, as they are stored. */
const STATUSES_OF = { open: 'open', snoozed: 'snoozed', archive: ARCHIVED_AS_STORED } as const;

/** The fields that conversations of a view have. `isIn` says the same of a conversation. */
export function filterOf(view: View): Filter {
  switch (view) {
    case 'requests':
    case 'spam':
      return { tray: view };
    case 'open':
    case 'snoozed':
    case 'archive':
      return { tray: 'inbox', status: STATUSES_OF[view] };
    case 'unread':
      return { tray: 'inbox', isUnread: true };
    case 'waiting':
      return { tray: 'inbox', status: 'open', 'lastMessage.sender': VISITOR };
    case 'pinned':
      return { tray: 'inbox', pinned: true };
    case 'muted':
      return { tray: 'inbox', isMuted: true };
    default:
      return { tray: 'inbox', labels: { contains: labelIn(view) ?? '' } };
  }
}

type Filed = Pick<ConversationDocument<unknown>, 'tray' | 'status'>;

interface Listed extends Filed, Pick<ConversationDocument<unknown>, 'isUnread' | 'pinned' | 'isMuted' | 'labels'> {
  lastMessage: { sender: ParticipantId };
}

/** The main view that has a conversation. */
export function viewOf({ tray, status }: Filed): MainView {
  if (tray !== 'inbox') return tray;
  return status === 'archived' ? 'archive' : status;
}

/** Whether a view has a conversation. */
export function isIn(view: View, conversation: Listed): boolean {
  if (isMainView(view)) return viewOf(conversation) === view;
  if (conversation.tray !== 'inbox') return false;
  switch (view) {
    case 'unread':
      return conversation.isUnread;
    case 'waiting':
      return conversation.status === 'open' && isFromVisitor(conversation.lastMessage);
    case 'pinned':
      return conversation.pinned;
    case 'muted':
      return conversation.isMuted;
    default:
      return conversation.labels.includes(labelIn(view) ?? '');
  }
}
