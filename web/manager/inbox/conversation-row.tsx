import { isFromManager } from '@foyer/domain/participant';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { ActButton } from '../acts/act-button.tsx';
import { actsIn } from '../acts/register.ts';
import { now } from '../connection/clock.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { momentName } from '../conversations/moment-name.ts';
import type { View } from '../conversations/view.ts';
import { VisitorLabel } from '../conversations/visitor-label.tsx';
import { routeHref } from '../route/route.ts';
import { rowTime } from './row-time.ts';
import { SwipeHint } from './swipe-hint.tsx';
import { useSwipe } from './use-swipe.ts';

interface Props {
  conversation: Conversation;
  view: View;
  isOpen: boolean;
  /** Whether Tab reaches it. The arrows reach every row, and from a row its acts. */
  isTabStop: boolean;
}

export function ConversationRow({ conversation, view, isOpen, isTabStop }: Props) {
  const { id, lastMessage, unread, snoozedUntilMs, isBlocked, isMuted, section } = conversation;
  const isUnread = unread > 0;
  const { row, swipe } = useSwipe(conversation);
  return (
    <li
      ref={row}
      data-conversation={id}
      class="group relative mx-2 touch-pan-y overflow-x-clip rounded-xl pointer-fine:not-has-[a[aria-current]]:has-[a:hover]:bg-hover has-[a[aria-current]]:bg-tint"
    >
      <SwipeHint swipe={swipe} />
      <a
        href={routeHref({ view, conversationId: id })}
        data-row={id}
        tabIndex={isTabStop ? 0 : -1}
        aria-current={isOpen ? 'true' : undefined}
        class="grid h-16 grid-cols-[0.5rem_1fr_auto] content-center items-center gap-x-2.5 gap-y-0.5 overflow-clip rounded-xl pr-3 pl-2.5 focus-visible:-outline-offset-2"
      >
        <span class={classes('size-2 rounded-full', isUnread && 'bg-accent forced-colors:bg-[Highlight]')} />
        <span class={classes('flex min-w-0 text-base', isUnread ? 'font-semibold' : 'font-medium')}>
          <VisitorLabel conversation={conversation} class="truncate" />
          {section && (
            <span class="ms-1 flex max-w-2/3 min-w-0 shrink-0 font-normal text-soft">
              <span class="shrink-0 whitespace-pre">{'· About: '}</span>
              <span dir="auto" class="truncate">
                {section}
              </span>
            </span>
          )}
          {isUnread && <span class="sr-only">, {unread === 1 ? 'one new message' : `${unread} new messages`}</span>}
        </span>
        <span
          class={classes(
            'flex items-center gap-1 text-xs tabular-nums pointer-fine:group-focus-within:opacity-0 pointer-fine:group-hover:opacity-0',
            isUnread ? 'font-medium' : 'text-soft',
          )}
        >
          {isBlocked && (
            <span title="Blocked">
              <Icon name="blocked" class="size-3" />
              <span class="sr-only">Blocked,</span>
            </span>
          )}
          {isMuted && (
            <span title="Muted">
              <Icon name="muted" class="size-3" />
              <span class="sr-only">Muted,</span>
            </span>
          )}
          {view === 'snoozed' && snoozedUntilMs !== null ? (
            <>
              <Icon name="clock" class="size-3" />
              <span class="sr-only">Snoozed until</span>
              <span class="inline-block first-letter:uppercase">{momentName(snoozedUntilMs, now.value)}</span>
            </>
          ) : (
            <time dateTime={new Date(lastMessage.atMs).toISOString()}>{rowTime(lastMessage.atMs, now.value)}</time>
          )}
        </span>
        <span class={classes('col-start-2 col-end-4 flex min-w-0 text-sm', isUnread ? 'text-ink' : 'text-soft')}>
          {isFromManager(lastMessage) && <span class="shrink-0 whitespace-pre">{'You: '}</span>}
          <span dir="auto" class="truncate">
            {lastMessage.preview}
          </span>
        </span>
      </a>
      <RowActs conversation={conversation} />
    </li>
  );
}

/** On hover and focus, by the arrows along the row; where one touches, the conversation itself has them. */
function RowActs({ conversation }: { conversation: Conversation }) {
  // The register begins with the usual act, a row ends with it.
  const acts = [...actsIn('row', conversation).reverse(), ...actsIn('row end', conversation)];
  return (
    <div class="absolute top-1.5 right-1.5 flex rounded-lg bg-paper opacity-0 group-focus-within:opacity-100 group-hover:bg-hover group-has-[a[aria-current]]:bg-tint pointer-fine:group-hover:opacity-100 pointer-coarse:hidden">
      {acts.map((act) => (
        <ActButton key={act.name} act={act} conversation={conversation} tabIndex={-1} class="size-7!" />
      ))}
    </div>
  );
}
