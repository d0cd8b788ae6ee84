import { type Known, NOTHING } from './messages.ts';

/** What one side has read of a conversation. */
export interface Reading extends Known {
  /** Until when the other side has read, by the server's clock. */
  readAt: number;
  isTyping: boolean;
  /** Whether a newer version of Foyer has written here: this one may not show all of it. */
  isOutdated: boolean;
}

/** Nothing was read yet. */
export const UNREAD: Reading = { ...NOTHING, readAt: 0, isTyping: false, isOutdated: false };
