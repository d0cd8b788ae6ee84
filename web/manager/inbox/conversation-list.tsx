import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Delayed } from '../../ui/delayed.tsx';
import { route } from '../route/history.ts';
import { words } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { focusRow } from '../workspace/focus-row.ts';
import { ConversationRow } from './conversation-row.tsx';
import { DeletionRow } from './deletion-row.tsx';
import { EmptyList } from './empty-list.tsx';
import { ViewNote } from './view-note.tsx';
import { withDeletions } from './with-deletions.ts';

export function ConversationList() {
  const { inbox, list, selection, wantedRow, deletions } = useWorkspace();
  const { phase, hasMore, isLoadingMore, loadMore } = inbox.value;
  const { view, conversationId } = route.value;
  const rows = list.rows.value;
  const selected = selection.ids.value;
  const listed = useRef<HTMLUListElement>(null);
  /** The row that Tab reaches: the last one with the focus, else the open one, else the first. */
  const lastFocused = useSignal<string | null>(null);

  useEffect(() => {
    if (wantedRow.value !== null && focusRow(wantedRow.value)) wantedRow.value = null;
    // When a row with the focus is removed, no event reports it.
    list.hold('focus', listed.current?.contains(document.activeElement) ?? false);
  });

  if (phase.value === 'failed') {
    return (
      <div class="px-5 py-6 text-sm">
        <p class="text-pretty">{words.conversationsFailed}</p>
        <Button class="mt-3" onClick={() => location.reload()}>
          {words.reload}
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
            isSelected={selected.has(row.conversation.id)}
            isSelecting={selected.size > 0}
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
            {isLoadingMore.value ? words.loading : words.loadMore}
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
      <span class="sr-only">{words.loadingConversations}</span>
      {WIDTHS.map((width, index) => (
        <div key={index} class="pulse mx-2 flex h-16 flex-col justify-center gap-2 ps-7 pe-3">
          <div class={`h-3 rounded bg-hover ${width}`} />
          <div class="h-3 w-11/12 rounded bg-hover" />
        </div>
      ))}
    </div>
  );
}
