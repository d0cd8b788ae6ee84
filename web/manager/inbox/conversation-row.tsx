import { isFromManager } from '@foyer/domain/participant';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { ActButton } from '../acts/act-button.tsx';
import { actsIn } from '../acts/register.ts';
import { now } from '../connection/clock.ts';
import { connection } from '../connection/connection.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { CutSentence } from '../conversations/cut-sentence.tsx';
import { momentName } from '../conversations/moment-name.ts';
import type { View } from '../conversations/view.ts';
import { VisitorLabel } from '../conversations/visitor-label.tsx';
import { routeHref } from '../route/route.ts';
import { words } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { useDraftPreview } from './draft-preview.ts';
import { RowLabels } from './row-labels.tsx';
import { rowTime } from './row-time.ts';
import { SwipeHint } from './swipe-hint.tsx';
import { useSwipe } from './use-swipe.ts';

interface Props {
  conversation: Conversation;
  view: View;
  isOpen: boolean;
  /** Whether Tab reaches it. The arrow keys reach every row, and its acts. */
  isTabStop: boolean;
  isSelected: boolean;
  /** Whether any row is selected. Then a press of a finger selects, and rows show no acts. */
  isSelecting: boolean;
}

export function ConversationRow({ conversation, view, isOpen, isTabStop, isSelected, isSelecting }: Props) {
  const { selection } = useWorkspace();
  const { id, lastMessage, unread, snoozedUntilMs, isBlocked, isMuted, pinned, isPlacePending, section, labels, scheduled } = conversation;
  const isUnread = unread > 0;
  const { row, swipe } = useSwipe(conversation);
  const draft = useDraftPreview(id);
  return (
    <li
      ref={row}
      data-conversation={id}
      class="group relative mx-2 touch-pan-y overflow-x-clip rounded-xl select-none [-webkit-touch-callout:none] pointer-fine:not-has-[a[aria-current]]:has-[a:hover]:bg-hover has-[:is(a[aria-current],input:checked)]:bg-tint"
    >
      <SwipeHint swipe={swipe} />
      {/* A press of a finger on the row does the same, so this may be narrow. */}
      <label
        class={classes(
          'absolute inset-y-0 start-0 z-1 grid w-8 place-items-center',
          !isSelecting && 'opacity-0 group-hover:opacity-100 group-focus-within:opacity-100 pointer-coarse:hidden',
        )}
      >
        <input
          type="checkbox"
          tabIndex={-1}
          aria-labelledby={`about-${id}`}
          checked={isSelected}
          onClick={(event) => {
            // The row draws the new state. Not before the event is over: a cancelled click gives the box its old state back at its end.
            event.preventDefault();
            setTimeout(() => (event.shiftKey ? selection.extendTo(id) : selection.toggle(id)));
          }}
          class="size-4 accent-accent"
        />
      </label>
      <a
        href={routeHref({ view, conversationId: id })}
        data-row={id}
        tabIndex={isTabStop ? 0 : -1}
        aria-current={isOpen ? 'true' : undefined}
        onClick={(event) => {
          const extends_ = event.shiftKey;
          if (!extends_ && !(isSelecting && matchMedia('(pointer: coarse)').matches)) return;
          event.preventDefault();
          if (extends_) selection.extendTo(id);
          else selection.toggle(id);
        }}
        class="grid h-16 grid-cols-[0.5rem_1fr_auto] content-center items-center gap-x-2.5 gap-y-0.5 overflow-clip rounded-xl ps-2.5 pe-3 focus-visible:-outline-offset-2"
      >
        <span
          class={classes(
            'size-2 rounded-full',
            isUnread && 'bg-accent forced-colors:bg-[Highlight]',
            isSelecting ? 'invisible' : 'pointer-fine:group-focus-within:invisible pointer-fine:group-hover:invisible',
          )}
        />
        <span id={`about-${id}`} class={classes('flex min-w-0 text-base', isUnread ? 'font-semibold' : 'font-medium')}>
          <VisitorLabel conversation={conversation} class="truncate" />
          {section && (
            <span class="ms-1 flex max-w-2/3 min-w-0 shrink-0 gap-1 font-normal text-soft">
              <span aria-hidden="true">·</span>
              <span class="flex min-w-0">
                <CutSentence message={words.about} values={{ section }} />
              </span>
            </span>
          )}
          {isUnread && <span class="sr-only">{words.newMessages({ count: unread })}</span>}
        </span>
        <span
          class={classes(
            'flex items-center gap-1 text-xs tabular-nums',
            !isSelecting && 'pointer-fine:group-focus-within:opacity-0 pointer-fine:group-hover:opacity-0',
            isUnread ? 'font-medium' : 'text-soft',
          )}
        >
          {isBlocked && (
            <span title={words.blocked}>
              <Icon name="blocked" class="size-3" />
              <span class="sr-only">{words.blocked}</span>
            </span>
          )}
          {isPlacePending && connection.value === 'offline' && (
            <span title={words.waitingForConnection}>
              <Icon name="cloud" class="size-3" />
              <span class="sr-only">{words.waitingForConnection}</span>
            </span>
          )}
          {scheduled.length > 0 && (
            <span title={words.replyScheduled}>
              <Icon name="clock" class="size-3" />
              <span class="sr-only">{words.replyScheduled}</span>
            </span>
          )}
          {pinned && (
            <span title={words.pinned}>
              <Icon name="pin" class="size-3" />
              <span class="sr-only">{words.pinned}</span>
            </span>
          )}
          {isMuted && (
            <span title={words.muted}>
              <Icon name="muted" class="size-3" />
              <span class="sr-only">{words.muted}</span>
            </span>
          )}
          {view === 'snoozed' && snoozedUntilMs !== null ? (
            <>
              <Icon name="clock" class="size-3" />
              <span class="sr-only">{words.snoozedUntil({ moment: momentName(snoozedUntilMs, now.value) })}</span>
              <time aria-hidden="true" dateTime={new Date(snoozedUntilMs).toISOString()} class="inline-block first-letter:uppercase">
                {momentName(snoozedUntilMs, now.value)}
              </time>
            </>
          ) : (
            <time dateTime={new Date(lastMessage.atMs).toISOString()}>{rowTime(lastMessage.atMs, now.value)}</time>
          )}
        </span>
        <span class={classes('col-start-2 col-end-4 flex min-w-0 text-sm', isUnread ? 'text-ink' : 'text-soft')}>
          {labels.length > 0 && <RowLabels ids={labels} />}
          {draft !== '' && !isOpen && !isUnread ? (
            <CutSentence message={words.draftPreview} values={{ preview: draft }} />
          ) : isFromManager(lastMessage) ? (
            <CutSentence message={words.yourPreview} values={{ preview: lastMessage.preview }} />
          ) : (
            <span dir="auto" class="truncate">
              {lastMessage.preview}
            </span>
          )}
        </span>
      </a>
      {!isSelecting && <RowActs conversation={conversation} />}
    </li>
  );
}

/** Shown on hover and focus, and reached with the arrow keys along the row. With touch, the open conversation has these acts. */
function RowActs({ conversation }: { conversation: Conversation }) {
  // The register begins with the most frequent act; a row ends with it.
  const acts = [...actsIn('row', conversation).reverse(), ...actsIn('row end', conversation)];
  return (
    <div class="absolute top-1.5 end-1.5 flex rounded-lg bg-paper opacity-0 group-focus-within:opacity-100 group-hover:bg-hover group-has-[a[aria-current]]:bg-tint pointer-fine:group-hover:opacity-100 pointer-coarse:hidden">
      {acts.map((act) => (
        <ActButton key={act.name} act={act} conversation={conversation} tabIndex={-1} class="size-7!" />
      ))}
    </div>
  );
}
