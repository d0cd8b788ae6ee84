import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Delayed } from '../../ui/delayed.tsx';
import { route } from '../route/history.ts';
import { useWorkspace } from '../workspace/context.ts';
import { focusRow } from '../workspace/focus-row.ts';
import { ConversationRow } from './conversation-row.tsx';
import { DeletionRow } from './deletion-row.tsx';
import { EmptyList } from './empty-list.tsx';
import { ViewNote } from './view-note.tsx';
import { withDeletions } from './with-deletions.ts';

/** The list that the address asks for, in whatever state it is. */
export function ConversationList() {
  const { inbox, list, wantedRow, deletions } = useWorkspace();
  const { phase, hasMore, isLoadingMore, loadMore } = inbox.value;
  const { view, conversationId } = route.value;
  const rows = list.rows.value;
  const listed = useRef<HTMLUListElement>(null);
  /** The one row that Tab reaches: the last that had the focus, else the open one, else the first. */
  const lastFocused = useSignal<string | null>(null);

  useEffect(() => {
    if (wantedRow.value !== null && focusRow(wantedRow.value)) wantedRow.value = null;
    // A row that left has taken the focus along, and no event says so.
    list.hold('focus', listed.current?.contains(document.activeElement) ?? false);
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
  const lines = deletions.list.value.filter((deletion) => deletion.view === view);
  const listedRows = withDeletions(rows, lines, hasMore.value);
  const tabStop = [lastFocused.value, conversationId].find((id) => rows.some((row) => row.id === id)) ?? rows[0]?.id;
  const items = (
    <ul
      ref={listed}
      class="py-1"
      onPointerMove={() => list.hold('pointer', true)}
      onPointerLeave={() => list.hold('pointer', false)}
      onFocusCapture={({ target }) => {
        list.hold('focus', true);
        const row = target instanceof Element ? target.closest<HTMLElement>('[data-conversation]') : null;
        lastFocused.value = row?.dataset.conversation ?? null;
      }}
      onBlurCapture={({ relatedTarget, currentTarget }) =>
        list.hold('focus', relatedTarget instanceof Node && currentTarget.contains(relatedTarget))
      }
    >
      {listedRows.map((row) =>
        'deletion' in row ? (
          <DeletionRow key={row.deletion.id} deletion={row.deletion} onDismiss={() => deletions.dismiss(row.deletion.id)} />
        ) : (
          <ConversationRow
            key={row.conversation.id}
            conversation={row.conversation}
            view={view}
            isOpen={row.conversation.id === conversationId}
            isTabStop={row.conversation.id === tabStop}
          />
        ),
      )}
    </ul>
  );
  if (rows.length === 0) {
    return (
      <>
        {lines.length > 0 && items}
        <EmptyList view={view} />
      </>
    );
  }
  return (
    <>
      <ViewNote view={view} />
      {items}
      {hasMore.value && (
        <div class="px-2 pb-3">
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
