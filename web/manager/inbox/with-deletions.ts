import type { Conversation } from '../conversations/conversation.ts';
import type { Deletion } from '../conversations/deletions.ts';

export type Row<C> = { conversation: C } | { deletion: Deletion };

/**
 * Merges notices about deleted conversations into a list by time, newest first. Notices older than the last loaded conversation wait for the
 * next page, if there is one.
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
