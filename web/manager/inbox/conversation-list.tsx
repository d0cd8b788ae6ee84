import { useEffect } from 'preact/hooks';
import { isShown } from '../../lib/is-shown.ts';
import { Button } from '../../ui/button.tsx';
import { Delayed } from '../../ui/delayed.tsx';
import { route } from '../route/history.ts';
import { useWorkspace } from '../workspace/context.ts';
import { ConversationRow } from './conversation-row.tsx';
import { EmptyList } from './empty-list.tsx';
import { ViewNote } from './view-note.tsx';

/** The list that the address asks for, in whatever state it is. */
export function ConversationList() {
  const { inbox, wantedRow } = useWorkspace();
  const { conversations, phase, hasMore, isLoadingMore, loadMore } = inbox.value;
  const { view, conversationId } = route.value;

  useEffect(() => {
    const row = wantedRow.value === null ? null : document.querySelector<HTMLElement>(`[data-row="${wantedRow.value}"]`);
    if (!row || !isShown(row)) return;
    wantedRow.value = null;
    row.focus();
  });

  if (phase.value === 'failed') {
    return (
      <div class="px-5 py-6 text-sm">
        <p class="text-pretty">We lost the connection to your conversations, and could not get it back by ourselves. Nothing is gone.</p>
        <Button class="mt-3" onClick={() => location.reload()}>
          Reload
        </Button>
      </div>
    );
  }
  if (phase.value === 'loading') {
    return (
      <Delayed>
        <SkeletonRows />
      </Delayed>
    );
  }
  if (conversations.value.length === 0) return <EmptyList view={view} />;
  return (
    <>
      <ViewNote view={view} />
      <ul class="py-1">
        {conversations.value.map((conversation) => (
          <ConversationRow key={conversation.id} conversation={conversation} view={view} isOpen={conversation.id === conversationId} />
        ))}
      </ul>
      {hasMore.value && (
        <div class="px-2 pb-20">
          <Button kind="quiet" class="w-full" onClick={loadMore} disabled={isLoadingMore.value}>
            {isLoadingMore.value ? 'Loading …' : 'Load more'}
          </Button>
        </div>
      )}
    </>
  );
}

const WIDTHS = ['w-28', 'w-20', 'w-36', 'w-24', 'w-32', 'w-20'];

function SkeletonRows() {
  return (
    <div class="py-1" role="status">
      <span class="sr-only">Loading your conversations</span>
      {WIDTHS.map((width, index) => (
        <div key={index} class="pulse mx-2 flex h-16 flex-col justify-center gap-2 pr-3 pl-7">
          <div class={`h-3 rounded bg-hover ${width}`} />
          <div class="h-3 w-11/12 rounded bg-hover" />
        </div>
      ))}
    </div>
  );
}
