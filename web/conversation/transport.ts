import type { ThreadMessage } from './messages.ts';

/** What the other side tells of itself, in ms since 1970 by the server's clock; 0 for never. */
interface TheirMarks {
  /** Everything until then was read. */
  readAt: number;
  typingAt: number;
  /** Whether the manager has blocked the visitor. Absent where nobody has said so here. */
  isBlocked?: boolean | undefined;
}

/** What is heard while a conversation is followed. */
export interface Heard {
  /** The newest page, oldest first, each time it changes. `isFromServer` is false for this browser's own copy. */
  messages(newest: readonly ThreadMessage[], isFromServer: boolean, total?: number): void;
  marks(marks: TheirMarks, isFromServer: boolean): void;
  /** A newer version of Foyer wrote one of the messages. */
  newer(): void;
  /** Nothing more is heard: this reader may no longer read, or the connection broke. */
  failed(): void;
}

/** A conversation that is being followed. */
export interface Following {
  /**
   * The page that ends with the messages of the same millisecond as `oldest`, oldest first: it repeats what is known of that millisecond.
   * Rejects without a connection. Absent where there are no older pages.
   */
  older?(oldest: ThreadMessage): Promise<ThreadMessage[]>;
  stop(): void;
}
