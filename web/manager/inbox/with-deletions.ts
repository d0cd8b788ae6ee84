import type { Conversation } from '../conversations/conversation.ts';
import type { Deletion } from '../conversations/deletions.ts';

export type Row<C> = { conversation: C } | { deletion: Deletion };

/**
 * A list with the lines about deleted conversations in it, by time, newest first. What is older than the last conversation that is loaded
 * waits for the next page, if there is one.
 */
export function withDeletions<C extends Pick<Conversation, 'lastMessage'>>(
  conversations: readonly C[],
  deletions: readonly Deletion[],
  hasMore: boolean,
): Row<C>[] {
  const left = [...deletions];
  const rows = conversations.flatMap((conversation): Row<C>[] => {
    const newer = left.findIndex(({ deletedAtMs }) => deletedAtMs < conversation.lastMessage.atMs);
    return [...left.splice(0, newer < 0 ? left.length : newer).map((deletion) => ({ deletion })), { conversation }];
  });
  return hasMore ? rows : [...rows, ...left.map((deletion) => ({ deletion }))];
}
