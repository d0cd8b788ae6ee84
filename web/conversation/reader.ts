import { MESSAGES_PAGE } from '@foyer/domain/limits';
import { isFromOther, type ParticipantId } from '@foyer/domain/participant';
import { mergeMessages, type ThreadMessage } from './messages.ts';
import type { Known, Reading } from './reading.ts';
import type { Following, Heard } from './transport.ts';
import { hearTyping } from './typing.ts';
import { withNewest } from './with-newest.ts';

interface Needs {
  me: ParticipantId;
  read(): Reading;
  change(patch: Partial<Reading>): void;
  /** Others' new messages, after the first page. */
  arrived?(messages: readonly ThreadMessage[]): void;
}

export type Reader = Omit<Heard, 'failed'> & {
  /** Fetches the messages before the known ones. Rejects without a connection. */
  older(following: Following): Promise<void>;
  stop(): void;
};

/** Merges what a transport reports into `Reading`. */
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
      // The newest page may have replaced the messages that this page joins.
      if (page && read().messages[0]?.id === oldest.id) change(withOlder(read(), page));
    },
    stop: typing.stop,
  };
}

/** Merges a page that ends where the known messages begin. It may repeat messages. */
export function withOlder({ messages }: Pick<Known, 'messages'>, page: readonly ThreadMessage[]): Omit<Known, 'isCopy'> {
  const merged = mergeMessages(page, messages);
  return { messages: merged, isWhole: page.length < MESSAGES_PAGE || merged.length === messages.length };
}
