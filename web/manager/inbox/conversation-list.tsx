import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Delayed } from '../../ui/delayed.tsx';
import { useVirtualRows } from '../../ui/use-virtual-rows.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { route } from '../route/history.ts';
import { words } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { focusRow } from '../workspace/focus-row.ts';
import { ConversationRow } from './conversation-row.tsx';
import { DeletionRow } from './deletion-row.tsx';
import { EmptyList } from './empty-list.tsx';
import { scrolledTo } from './scrolled-to.ts';
import { ViewNote } from './view-note.tsx';
import { type Row, withDeletions } from './with-deletions.ts';

/** The heights of rows in rem: `h-16`, and `min-h-11`. */
const ROW_REM = 4;
const DELETION_REM = 2.75;
/** The next page is loaded when so few rows follow the last visible one. */
const AHEAD = 5;

const keyOf = (row: Row<Conversation>) => ('deletion' in row ? row.deletion.id : row.conversation.id);

/** `scroller` is the element that scrolls it. */
export function ConversationList({ scroller }: { scroller: RefObject<HTMLElement | null> }) {
  const { inbox, list, selection, wantedRow, deletions } = useWorkspace();
  const { phase, hasMore, isLoadingMore, loadMore } = inbox.value;
  const { view, conversationId } = route.value;
  const rows = list.rows.value;
  const selected = selection.ids.value;
  const listed = useRef<HTMLUListElement>(null);
  /** The row that Tab reaches: the last one with the focus, else the open one, else the first. */
  const lastFocused = useSignal<string | null>(null);

  const lines = deletions.list.value.filter((deletion) => deletion.view === view);
  const listedRows = withDeletions(rows, lines, hasMore.value);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const { start, end, above, below, reveal } = useVirtualRows(() => scroller.current, {
    count: listedRows.length,
    heightOf: (index) => rem * ('deletion' in (listedRows[index] ?? {}) ? DELETION_REM : ROW_REM),
    keyOf: (index) => (listedRows[index] ? keyOf(listedRows[index]) : `${index}`),
    onVisible(_, last) {
      if (last >= listedRows.length - AHEAD && scroller.current?.scrollTop && hasMore.peek()) loadMore();
    },
  });
  const rendered = listedRows.slice(start, end);
  const isFilled = phase.value === 'live' && listedRows.length > 0;
  const shownView = useRef(view);

  useLayoutEffect(() => {
    shownView.current = view;
    if (isFilled && scroller.current) scroller.current.scrollTop = scrolledTo.get(view) ?? 0;
  }, [view, isFilled]);
  // A list that is left in the frame in which it was scrolled gets no event of that.
  useLayoutEffect(() => {
    const scrolled = scroller.current;
    return () => {
      if (scrolled) scrolledTo.set(shownView.current, scrolled.scrollTop);
    };
  }, []);
  useEffect(() => {
    const wanted = wantedRow.value;
    if (wanted !== null) {
      if (focusRow(wanted)) wantedRow.value = null;
      else {
        const index = listedRows.findIndex((row) => keyOf(row) === wanted);
        if (index >= 0 && (index < start || index >= end)) reveal(index);
      }
    }
    // When a row with the focus is removed, no event reports it.
    list.freeze('focus', listed.current?.contains(document.activeElement) ?? false);
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
  const reachable = rendered.flatMap((row) => ('conversation' in row ? row.conversation.id : []));
  const tabStop = [lastFocused.value, conversationId].find((id) => id !== null && reachable.includes(id)) ?? reachable[0];
  const items = (
    <ul
      ref={listed}
      class="py-1"
      style={{ marginTop: `${above}px`, marginBottom: `${below}px` }}
      onPointerMove={() => list.freeze('pointer', true)}
      onPointerLeave={() => list.freeze('pointer', false)}
      onFocusCapture={({ target }) => {
        list.freeze('focus', true);
        const row = target instanceof Element ? target.closest<HTMLElement>('[data-conversation]') : null;
        lastFocused.value = row?.dataset.conversation ?? null;
      }}
      onBlurCapture={({ relatedTarget, currentTarget }) =>
        list.freeze('focus', relatedTarget instanceof Node && currentTarget.contains(relatedTarget))
      }
    >
      {rendered.map((row) =>
        'deletion' in row ? (
          <DeletionRow key={keyOf(row)} deletion={row.deletion} onDismiss={() => deletions.dismiss(row.deletion.id)} />
        ) : (
          <ConversationRow
            key={keyOf(row)}
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
