import type { Status } from '@foyer/domain/conversation';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { now } from '../connection/clock.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { momentName } from '../conversations/status-change.ts';
import { VisitorLabel } from '../conversations/visitor-label.tsx';
import { routeHref } from '../route/route.ts';
import { useWorkspace } from '../shell/context.ts';
import { snoozing } from '../shell/panels.ts';
import { rowTime } from './row-time.ts';

interface Props {
  conversation: Conversation;
  view: Status;
  isOpen: boolean;
}

export function ConversationRow({ conversation, view, isOpen }: Props) {
  const { id, lastMessage, unread, snoozedUntilMs } = conversation;
  const isUnread = unread > 0;
  return (
    <li data-conversation={id} class="group relative mx-2 rounded-xl has-[a:hover]:bg-hover has-[a[aria-current]]:bg-tint">
      <a
        href={routeHref({ view, conversationId: id })}
        data-row={id}
        aria-current={isOpen ? 'true' : undefined}
        class="grid h-16 grid-cols-[0.5rem_1fr_auto] content-center items-center gap-x-2.5 gap-y-0.5 overflow-clip rounded-xl pr-3 pl-2.5 focus-visible:-outline-offset-2"
      >
        <span class={classes('size-2 rounded-full', isUnread && 'bg-accent')} />
        <span class={classes('truncate text-base', isUnread ? 'font-semibold' : 'font-medium')}>
          <VisitorLabel conversation={conversation} />
          {isUnread && <span class="sr-only">, {unread === 1 ? 'one new message' : `${unread} new messages`}</span>}
        </span>
        <span
          class={classes(
            'flex items-center gap-1 text-xs tabular-nums pointer-fine:group-focus-within:opacity-0 pointer-fine:group-hover:opacity-0',
            isUnread ? 'font-medium' : 'text-soft',
          )}
        >
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
        <span class={classes('col-start-2 col-end-4 truncate text-sm', isUnread ? 'text-ink' : 'text-soft')}>
          {lastMessage.sender === 'manager' && 'You: '}
          <bdi>{lastMessage.preview}</bdi>
        </span>
      </a>
      <RowActs conversation={conversation} />
    </li>
  );
}

/** On hover and focus; where one touches, the conversation itself has them. */
function RowActs({ conversation }: { conversation: Conversation }) {
  const { change } = useWorkspace();
  const isClosed = conversation.status === 'closed';
  return (
    <div class="absolute top-1.5 right-1.5 flex rounded-lg opacity-0 group-focus-within:opacity-100 pointer-fine:group-hover:opacity-100 pointer-coarse:hidden">
      {!isClosed && (
        <IconButton
          icon="clock"
          label="Snooze"
          keyHint="s"
          class="size-7!"
          onClick={() => {
            snoozing.value = conversation;
          }}
        />
      )}
      <IconButton
        icon={isClosed ? 'reopen' : 'check'}
        label={isClosed ? 'Reopen' : 'Close'}
        keyHint="e"
        class="size-7!"
        onClick={() => change(conversation, { status: isClosed ? 'open' : 'closed', snoozedUntilMs: null })}
      />
    </div>
  );
}
