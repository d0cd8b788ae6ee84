import type { ConversationDocument, Status } from './conversation.ts';
import type { MessageDocument } from './message.ts';
import { UNKNOWN_KIND_TEXT } from './messages/kinds.ts';

/** Upgrades on read. Version 1 had no `version`. A newer version is read as far as its fields are known here. */

/** 2: the status `closed` was renamed to `archived`. 3: `isUnread` and `alias`. */
export const CONVERSATION_VERSION = 3;
/** 2: a message has a `kind`. */
export const MESSAGE_VERSION = 2;

export type AnyConversation<T> = Omit<Partial<ConversationDocument<T>>, 'status'> & { status?: Status | 'closed' | undefined };

export type AnyMessage<T> = Partial<MessageDocument<T>>;

/** Until its backfill ran, an archived conversation may still be stored as `closed`. */
export const ARCHIVED_AS_STORED = ['archived', 'closed'] as const;

/** The fields of a new conversation, and of a stored one of an older version that lacks them. */
export const CONVERSATION_DEFAULTS: Omit<ConversationDocument<never>, 'lastMessage' | 'createdAt' | 'updatedAt'> = {
  version: CONVERSATION_VERSION,
  visitor: { name: '', locale: 'en' },
  status: 'open',
  tray: 'inbox',
  unread: 0,
  isUnread: false,
  messageCount: 0,
  alias: '',
  labels: [],
  pinned: false,
  isMuted: false,
  snoozedUntil: null,
  scheduled: [],
  blockedAt: null,
  epoch: 0,
  endedSessions: [],
  tat: 0,
  dayTat: 0,
  codeTat: 0,
  section: null,
};

/**
 * A stored conversation in this version's shape. `T` is the store's type of time. `isUnread` is derived: a dashboard of version 2 may have
 * left the stored one as it was, and until the purge has corrected that, only queries see it.
 */
export function upgradeConversation<T>(stored: AnyConversation<T>): ConversationDocument<T> {
  const { status, lastMessage, unread = 0 } = stored;
  return {
    ...CONVERSATION_DEFAULTS,
    ...(stored as ConversationDocument<T>),
    version: CONVERSATION_VERSION,
    isUnread: unread > 0,
    status: status === 'closed' ? 'archived' : (status ?? CONVERSATION_DEFAULTS.status),
    ...(lastMessage && { lastMessage: { ...lastMessage, preview: lastMessage.preview ?? UNKNOWN_KIND_TEXT } }),
  };
}

export function upgradeMessage<T>(stored: AnyMessage<T>): MessageDocument<T> {
  return { ...(stored as MessageDocument<T>), version: MESSAGE_VERSION, kind: stored.kind ?? 'text' };
}

/** Whether a newer version wrote a document: then the page should be reloaded. */
export function isNewer(stored: { version?: number }, known: number): boolean {
  return (stored.version ?? 1) > known;
}
