import type { ConversationDocument, Status } from './conversation.ts';
import type { MessageDocument } from './message.ts';
import { UNKNOWN_KIND_TEXT } from './messages/kinds.ts';

/**
 * Stored conversations and messages, brought to the shape of this version when they are read. Version 1 had no `version`. A newer version
 * than this one's is read as far as this one knows its fields.
 */

/** 2: the status `closed` is called `archived`. */
export const CONVERSATION_VERSION = 2;
/** 2: a message has a `kind`. */
export const MESSAGE_VERSION = 2;

/** A conversation as any version stored it. */
export type AnyConversation<T> = Omit<Partial<ConversationDocument<T>>, 'status'> & { status?: Status | 'closed' | undefined };

/** A message as any version stored it. */
export type AnyMessage<T> = Partial<MessageDocument<T>>;

/** Statuses as they are stored: until its backfill has run, an archived conversation may still be `closed`. */
export const ARCHIVED_AS_STORED = ['archived', 'closed'] as const;

/** What each field means in a new conversation, and in a stored one of an older version that lacks it. */
export const CONVERSATION_DEFAULTS: Omit<ConversationDocument<never>, 'lastMessage' | 'createdAt' | 'updatedAt'> = {
  version: CONVERSATION_VERSION,
  visitor: { name: '', locale: 'en' },
  status: 'open',
  tray: 'inbox',
  unread: 0,
  messageCount: 0,
  labels: [],
  pinned: false,
  isMuted: false,
  snoozedUntil: null,
  blockedAt: null,
  epoch: 0,
  endedSessions: [],
  tat: 0,
  dayTat: 0,
  codeTat: 0,
  section: null,
};

/** A stored conversation in the shape of this version. `T` is the store's own type of time. */
export function upgradeConversation<T>(stored: AnyConversation<T>): ConversationDocument<T> {
  const { status, lastMessage } = stored;
  return {
    ...CONVERSATION_DEFAULTS,
    ...(stored as ConversationDocument<T>),
    version: CONVERSATION_VERSION,
    status: status === 'closed' ? 'archived' : (status ?? CONVERSATION_DEFAULTS.status),
    ...(lastMessage && { lastMessage: { ...lastMessage, preview: lastMessage.preview ?? UNKNOWN_KIND_TEXT } }),
  };
}

/** A stored message in the shape of this version. `T` is the store's own type of time. */
export function upgradeMessage<T>(stored: AnyMessage<T>): MessageDocument<T> {
  return { ...(stored as MessageDocument<T>), version: MESSAGE_VERSION, kind: stored.kind ?? 'text' };
}

/** Whether a newer version than this one wrote a document: then the page should be loaded again. */
export function isNewer(stored: { version?: number }, known: number): boolean {
  return (stored.version ?? 1) > known;
}
