import type { ThreadMessage } from './messages.ts';

/** The other participant's marks, in ms since 1970 by the server's clock; 0 for never. */
interface TheirMarks {
  /** They have read everything up to this time. */
  readAt: number;
  typingAt: number;
  /** Whether the manager has blocked the visitor. Absent if never set. */
  isBlocked?: boolean | undefined;
}

/** Callbacks of a followed conversation. */
export interface Heard {
  /** The newest page, oldest first, each time it changes. `isFromServer` is false for this browser's own copy. */
  messages(newest: readonly ThreadMessage[], isFromServer: boolean, total?: number): void;
  marks(marks: TheirMarks, isFromServer: boolean): void;
  /** A newer version of Foyer wrote one of the messages. */
  newer(): void;
  /** Nothing more will be reported: this reader has lost access, or the connection broke. */
  failed(): void;
}

export interface Following {
  /**
   * The page up to and including the millisecond of `oldest`, oldest first, so it repeats known messages. Rejects without a connection.
   * Absent if there are no older pages.
   */
  older?(oldest: ThreadMessage): Promise<ThreadMessage[]>;
  stop(): void;
}
