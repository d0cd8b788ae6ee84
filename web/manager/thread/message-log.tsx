import { isFromOther, isOwn, MANAGER } from '@foyer/domain/participant';
import { useComputed, useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { groupMessages } from '../../lib/message-groups.ts';
import { dayName } from '../../lib/time.ts';
import { Button } from '../../ui/button.tsx';
import { Delayed } from '../../ui/delayed.tsx';
import { Icon } from '../../ui/icon.tsx';
import { now } from '../connection/clock.ts';
import { connection } from '../connection/connection.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { addressed, displayName, tame } from '../conversations/visitor-name.ts';
import type { Thread } from '../messages/thread.ts';
import { route } from '../route/history.ts';
import { words } from '../words.ts';
import { wantsLog } from '../workspace/panels.ts';
import { Group, Typing } from './message-group.tsx';
import { useWantedMessage } from './use-wanted-message.ts';
import { writing } from './writing.ts';

/** Closer to the end than this counts as reading the end. */
const NEAR_PX = 80;
/** Closer to the beginning than this, older messages are fetched. */
const NEAR_START_PX = 320;

/** The messages, oldest first. The frame is reversed, so the browser keeps the end in view, also while older messages are added above. */
export function MessageLog({ thread, conversation }: { thread: Thread; conversation: Conversation }) {
  const frame = useRef<HTMLDivElement>(null);
  const isAtEnd = useSignal(true);
  /** Ids of messages that arrived while the manager was reading further up. */
  const unread = useSignal<readonly string[]>([]);
  const seen = useRef<string | null>(null);
  const shown = thread.shown.value ?? [];
  const groups = useComputed(() => groupMessages(thread.shown.value ?? [], thread.newFrom.value)).value;
  const lastOwn = shown.findLast((message) => isOwn(message, MANAGER))?.id ?? null;
  const name = displayName(conversation);
  const newest = shown.at(-1);
  const older = thread.older.value;
  const Notes = writing.value?.Notes;
  const Scheduled = writing.value?.ScheduledList;
  /** Those before the oldest loaded message belong to messages that aren't loaded. */
  const notesBetween = (from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY) =>
    Notes && <Notes conversationId={thread.conversationId} from={from} until={until} />;

  useLayoutEffect(() => {
    if (!wantsLog.value) return;
    wantsLog.value = false;
    frame.current?.focus({ preventScroll: true });
  }, []);

  // An own message scrolls to the end. Messages of others don't move someone who reads further up.
  useLayoutEffect(() => {
    if (newest && isOwn(newest, MANAGER) && newest.isPending) frame.current?.scrollTo({ top: 0 });
    else if (!isAtEnd.value) {
      const added = shown.slice(shown.findLastIndex(({ id }) => id === seen.current) + 1);
      unread.value = [...unread.value, ...added.filter((message) => isFromOther(message, MANAGER)).map(({ id }) => id)];
    }
    seen.current = newest?.id ?? null;
  }, [newest?.id]);

  // The thread opens at the first new message, if that is above the screen.
  useLayoutEffect(() => {
    const log = frame.current;
    const line = log?.querySelector('[data-new]');
    if (log && line && route.peek().messageId === undefined && line.getBoundingClientRect().top < log.getBoundingClientRect().top)
      line.scrollIntoView({ block: 'start' });
  }, [thread.newFrom.value]);

  const isLooking = useWantedMessage(thread, frame);

  /** Scrolls to the first new message, or to the end if there is none. */
  const jump = () => {
    const log = frame.current;
    const first = log?.querySelector(`[data-message="${unread.value[0]}"]`);
    log?.focus({ preventScroll: true });
    if (first) first.scrollIntoView({ block: 'start' });
    else log?.scrollTo({ top: 0 });
    unread.value = [];
  };

  return (
    <div class="relative flex min-h-0 grow flex-col">
      <div
        ref={frame}
        role="log"
        aria-label={words.messagesWith({ name: tame(name.text) })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        tabIndex={0}
        class="flex min-h-0 grow flex-col-reverse overflow-y-auto overscroll-contain focus-visible:-outline-offset-2"
        onScroll={({ currentTarget }) => {
          isAtEnd.value = Math.abs(currentTarget.scrollTop) < NEAR_PX;
          if (isAtEnd.value) unread.value = [];
          const above = currentTarget.scrollHeight - currentTarget.clientHeight - Math.abs(currentTarget.scrollTop);
          if (above < NEAR_START_PX && thread.older.value === 'there') thread.loadOlder();
        }}
      >
        <div class="mx-auto flex w-full max-w-184 grow flex-col justify-end px-4 pt-6 pb-3 two:px-6">
          {older !== 'none' && shown.length > 0 && (
            <Button kind="quiet" class="mb-2 self-center [overflow-anchor:none]" disabled={older === 'loading'} onClick={thread.loadOlder}>
              {older === 'loading' ? words.loading : older === 'failed' ? words.olderFailed : words.olderMessages}
            </Button>
          )}
          {!thread.shown.value && (
            <Delayed>
              <SkeletonBubbles />
            </Delayed>
          )}
          {thread.shown.value?.length === 0 && connection.value === 'offline' && (
            <p role="status" class="m-auto max-w-72 text-center text-sm text-pretty text-soft">
              {words.notOnDevice}
            </p>
          )}
          {older === 'none' && groups[0] && notesBetween(undefined, groups[0].at)}
          {groups.map((group, index) => (
            <div key={group.id}>
              {group.startsDay && (
                <h3 class="my-5 flex items-center gap-3 text-xs font-medium text-soft first-letter:uppercase before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
                  <time dateTime={new Date(group.at).toISOString()} class="inline-block first-letter:uppercase">
                    {dayName(group.at, now.value)}
                  </time>
                </h3>
              )}
              {group.id === thread.newFrom.value && (
                <p
                  data-new
                  class="my-4 flex scroll-mt-16 items-center gap-3 text-xs font-semibold text-accent before:h-px before:grow before:bg-current after:h-px after:grow after:bg-current"
                >
                  {words.new}
                </p>
              )}
              <Group group={group} lastOwn={lastOwn} thread={thread} name={name.text} />
              {notesBetween(group.at, groups[index + 1]?.at)}
            </div>
          ))}
          {Scheduled && <Scheduled conversation={conversation} />}
          {thread.reading.value.isTyping && <Typing name={addressed(name)} />}
        </div>
      </div>
      {isLooking.value && <Looking />}
      {!isAtEnd.value && !isLooking.value && <ToEnd newCount={unread.value.length} onClick={jump} />}
    </div>
  );
}

function ToEnd({ newCount, onClick }: { newCount: number; onClick(): void }) {
  return (
    <Button class="enter absolute inset-x-0 bottom-3 mx-auto w-fit border-transparent! bg-raised! shadow-raised" onClick={onClick}>
      <Icon name="down" />
      {newCount === 0 ? words.newest : words.newMessageBelow({ count: newCount })}
    </Button>
  );
}

/** Older messages are being loaded, up to the one that was asked for. */
function Looking() {
  return (
    <Delayed>
      <p
        role="status"
        class="enter absolute inset-x-0 top-3 mx-auto w-fit rounded-full bg-raised px-3.5 py-1.5 text-sm text-soft shadow-raised forced-colors:border"
      >
        {words.loading}
      </p>
    </Delayed>
  );
}

function SkeletonBubbles() {
  return (
    <div class="pulse flex flex-col gap-3" role="status">
      <span class="sr-only">{words.loadingMessages}</span>
      <div class="h-16 w-3/5 rounded-2xl bg-hover" />
      <div class="h-10 w-2/5 self-end rounded-2xl bg-hover" />
      <div class="h-24 w-1/2 rounded-2xl bg-hover" />
    </div>
  );
}
