import { MESSAGES_PAGE } from '@foyer/domain/limits';
import { isFromOther, type ParticipantId } from '@foyer/domain/participant';
import { type Known, mergeMessages, type ThreadMessage, withNewest } from './messages.ts';
import type { Reading } from './reading.ts';
import type { Following, Heard } from './transport.ts';
import { hearTyping } from './typing.ts';

interface Needs {
  me: ParticipantId;
  read(): Reading;
  change(patch: Partial<Reading>): void;
  /** New messages of others, after the first page. */
  arrived?(messages: readonly ThreadMessage[]): void;
}

export type Reader = Omit<Heard, 'failed'> & {
  /** Fetches the messages before those that are known. Rejects without a connection. */
  older(following: Following): Promise<void>;
  stop(): void;
};

/** Takes in what a transport hears of a conversation. */
export function createReader({ me, read, change, arrived }: Needs): Reader {
  const typing = hearTyping((isTyping) => {
    if (read().isTyping !== isTyping) change({ isTyping });
  });

  return {
    messages(newest, isFromServer, total) {
      const before = read();
      const known = new Set(before.messages.map(({ id }) => id));
      change(withNewest(before, newest, isFromServer, total));
      const theirs = newest.filter((message) => isFromOther(message, me));
      typing.message(theirs.at(-1)?.createdAt ?? 0);
      const fresh = theirs.filter(({ id }) => !known.has(id));
      if (fresh.length > 0) arrived?.(fresh);
    },
    marks({ readAt, typingAt }, isFromServer) {
      if (readAt > read().readAt) change({ readAt });
      if (isFromServer) typing.mark(typingAt);
    },
    newer: () => read().isOutdated || change({ isOutdated: true }),
    async older(following) {
      const [oldest] = read().messages;
      const page = oldest && (await following.older?.(oldest));
      // Meanwhile the newest page may have replaced what this one joins.
      if (page && read().messages[0]?.id === oldest.id) change(withOlder(read(), page));
    },
    stop: typing.stop,
  };
}

/** Takes in a page that ends where what is known begins. It may repeat messages. */
export function withOlder({ messages }: Pick<Known, 'messages'>, page: readonly ThreadMessage[]): Omit<Known, 'isCopy'> {
  const merged = mergeMessages(page, messages);
  return { messages: merged, isWhole: page.length < MESSAGES_PAGE || merged.length === messages.length };
}
