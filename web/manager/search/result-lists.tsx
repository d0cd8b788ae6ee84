import type { FoundConversation } from '@foyer/domain/search';
import type { ComponentChildren } from 'preact';
import { Button } from '../../ui/button.tsx';
import { words as shared } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { FoundConversationRow, FoundMessageRow } from './found-rows.tsx';
import type { Results, Search } from './search.ts';
import { SearchProblem } from './search-problem.tsx';
import { words } from './words.ts';

interface Props {
  search: Search;
  results: Results;
  onOpen(): void;
}

/** Matching conversations, then messages, and what leads further. */
export function ResultLists({ search, results, onOpen }: Props) {
  const { loaded } = useWorkspace();
  const { matching, messages, next } = results;
  const problem = search.problem.value;
  const isSearching = search.isSearching.value;
  const live = new Map(loaded.value.map((conversation) => [conversation.id, conversation]));
  /** As it is now, if it is loaded: the manager may have read or archived it since. */
  const conversationOf = (id: string): FoundConversation | undefined => {
    const found = results.conversations.get(id);
    const current = live.get(id);
    return found && current
      ? { ...found, status: current.status, tray: current.tray, isUnread: current.isUnread, labels: [...current.labels] }
      : found;
  };
  return (
    <>
      <Found name={shared.conversations} isEmpty={matching.length === 0}>
        {matching.map((id) => {
          const conversation = conversationOf(id);
          return conversation && <FoundConversationRow key={id} conversation={conversation} onOpen={onOpen} />;
        })}
      </Found>
      <Found name={words.messages} isEmpty={messages.length === 0}>
        {messages.map((message) => {
          const conversation = conversationOf(message.conversationId);
          return conversation && <FoundMessageRow key={message.messageId} message={message} conversation={conversation} onOpen={onOpen} />;
        })}
      </Found>
      {problem ? (
        <SearchProblem search={search} problem={problem} />
      ) : (
        next !== null && (
          <Button kind="quiet" data-result="more" class="mt-2 w-full" onClick={() => isSearching || search.more()}>
            {isSearching ? words.searching : matching.length + messages.length > 0 ? words.moreResults : words.keepSearching}
          </Button>
        )
      )}
    </>
  );
}

function Found({ name, isEmpty, children }: { name: string; isEmpty: boolean; children: ComponentChildren }) {
  if (isEmpty) return null;
  return (
    <section aria-label={name} class="mb-4">
      <h2 class="ps-2.5 pt-1 pb-1 text-xs font-medium text-soft">{name}</h2>
      <ul>{children}</ul>
    </section>
  );
}
