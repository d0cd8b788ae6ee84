import { isFromVisitor } from '@foyer/domain/participant';
import { isQuietAt } from '@foyer/domain/quiet-hours';
import type { Settings } from '@foyer/domain/settings';
import type { Conversation } from '../conversations/conversation.ts';

/** What the lists contained until now. Conversations that left them are remembered, so their return is no news. */
export interface Remembered {
  /** The newest message of each conversation. */
  messageIds: ReadonlyMap<string, string>;
  /** When the newest message of all was sent, by the server's clock. */
  newestAtMs: number;
}

interface Situation {
  /** `null` before the lists were loaded for the first time. */
  before: Remembered | null;
  /** The inbox and the requests. */
  listed: readonly Conversation[];
  settings: Settings;
  /** Conversations that are open in a visible tab. */
  lookedAt: ReadonlySet<string>;
  nowMs: number;
}

export interface Told {
  /** Conversations with a new message, the newest first. */
  conversations: readonly Conversation[];
  hasSound: boolean;
}

export function remember(before: Remembered | null, listed: readonly Conversation[]): Remembered {
  const messageIds = new Map(before?.messageIds);
  for (const { id, lastMessage } of listed) messageIds.set(id, lastMessage.id);
  return { messageIds, newestAtMs: Math.max(before?.newestAtMs ?? 0, ...listed.map(({ lastMessage }) => lastMessage.atMs)) };
}

/**
 * What to tell the manager after a change of the lists. Only of visitors' new messages in the inbox: requests and spam count silently, and so
 * do conversations that are muted, blocked or on the screen.
 */
export function whatToTell({ before, listed, settings, lookedAt, nowMs }: Situation): Told {
  const isSilent = before === null || settings.availability === 'do-not-disturb' || isQuietAt(settings, nowMs);
  const conversations = isSilent ? [] : listed.filter((conversation) => isNews(conversation, before) && !lookedAt.has(conversation.id));
  return { conversations, hasSound: conversations.length > 0 && settings.hasSound };
}

/** Whether it counts as unread in the title and in badges. */
export function isCounted({ tray, unread, isMuted, isBlocked }: Conversation): boolean {
  return tray === 'inbox' && unread > 0 && !isMuted && !isBlocked;
}

function isNews(conversation: Conversation, { messageIds, newestAtMs }: Remembered): boolean {
  const { id, lastMessage } = conversation;
  const known = messageIds.get(id);
  // An unknown conversation may also be an old one that was moved here, woken, or loaded with the next page.
  const isNew = known === undefined ? lastMessage.atMs > newestAtMs : known !== lastMessage.id;
  return isNew && isFromVisitor(lastMessage) && isCounted(conversation);
}
