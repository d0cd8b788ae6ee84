import type { ThreadMessage } from './messages.ts';

/** The known messages of a conversation, oldest first, without a gap up to the newest. */
export interface Known {
  messages: readonly ThreadMessage[];
  /** Whether they start with the very first message. */
  isWhole: boolean;
  /** Whether this is only the browser's own copy, which may have gaps. */
  isCopy: boolean;
}

export const NOTHING: Known = { messages: [], isWhole: false, isCopy: false };

/** What one participant has loaded of a conversation. */
export interface Reading extends Known {
  /** Until when the other participant has read, by the server's clock. */
  readAt: number;
  isTyping: boolean;
  /** Whether a newer version of Foyer has written here: this version may not show all of it. */
  isOutdated: boolean;
}

export const UNREAD: Reading = { ...NOTHING, readAt: 0, isTyping: false, isOutdated: false };
