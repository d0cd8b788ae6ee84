import { isFromVisitor } from '@foyer/domain/participant';
import type { ScheduledFailure } from '@foyer/domain/scheduled-reply';
import { useEffect } from 'preact/hooks';
import { MessageText } from '../../lib/message-text.tsx';
import { now } from '../connection/clock.ts';
import { connection } from '../connection/connection.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { momentName } from '../conversations/moment-name.ts';
import { words as shared } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { Drawing } from './drawing.tsx';
import { followScheduled, type Scheduled, scheduledReplies } from './follow-scheduled.ts';
import { changeTime, edit, remove, sendScheduledNow } from './send-later.tsx';
import { TextButton } from './text-button.tsx';
import { words } from './words.ts';

const CLOCK = 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.8V8l2.2 1.4';

const FAILURES: Readonly<Record<ScheduledFailure, string>> = {
  blocked: words.scheduledBlocked,
  'account-closed': words.scheduledAccountClosed,
};

/** The replies that wait for their time, below the messages. A conversation without any is not asked for them. */
export function ScheduledList({ conversation }: { conversation: Conversation }) {
  const { store } = useWorkspace();
  const hasAny = conversation.scheduled.length > 0;
  useEffect(() => (hasAny ? followScheduled(store, conversation.id) : undefined), [hasAny, store, conversation.id]);
  return (
    <>
      {scheduledReplies.value.map((reply) => (
        <OneReply key={reply.id} reply={reply} conversation={conversation} />
      ))}
    </>
  );
}

function OneReply({ reply, conversation }: { reply: Scheduled; conversation: Conversation }) {
  const { store } = useWorkspace();
  const { id, isBlocked, lastMessage } = conversation;
  const hasNews = isFromVisitor(lastMessage) && lastMessage.atMs > reply.updatedAtMs;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div role="group" aria-label={words.scheduledReply} class="mb-3 flex flex-col items-end gap-0.5" data-scheduled={reply.id}>
      <div class="max-w-[min(34rem,88%)] rounded-2xl border border-dashed border-edge px-3.5 py-2">
        <p class="flex items-center gap-1.5 pb-1 text-xs text-soft">
          <Drawing path={CLOCK} class="size-3.5 shrink-0" />
          <When reply={reply} />
        </p>
        <div dir="auto" class="text-md leading-[1.4375rem] whitespace-pre-wrap [overflow-wrap:anywhere] [&_a]:underline">
          <MessageText text={reply.text} />
        </div>
      </div>
      {reply.failure !== null && <p class="px-1 text-end text-xs text-danger">{FAILURES[reply.failure]}</p>}
      {hasNews && <p class="px-1 text-end text-xs text-soft">{words.visitorWroteSince}</p>}
      <p class="flex flex-wrap items-center justify-end gap-x-3 px-1 text-xs text-soft">
        {!isBlocked && (
          <>
            <TextButton label={words.editScheduled} text={shared.edit} onClick={() => edit(store, id, reply)} />
            <TextButton label={words.changeTime} text={words.changeTime} onClick={() => changeTime(store, id, reply)} />
            <TextButton label={words.sendNow} text={words.sendNow} onClick={() => leaving(() => sendScheduledNow(store, id, reply))} />
          </>
        )}
        <TextButton label={words.deleteScheduled} text={words.delete} onClick={() => leaving(() => remove(store, id, reply))} />
      </p>
    </div>
  );
}

/** For an act that removes the reply, which had the focus. */
function leaving(act: () => void): void {
  act();
  document.querySelector<HTMLElement>('[role="log"]')?.focus({ preventScroll: true });
}

function When({ reply: { sendAtMs, failure, isPending } }: { reply: Scheduled }) {
  const moment = momentName(sendAtMs, now.value);
  const said = failure === null && sendAtMs <= now.value ? words.scheduledDue : words.scheduledFor({ moment });
  return (
    <span>
      <time dateTime={new Date(sendAtMs).toISOString()}>{said}</time>
      {isPending && connection.value === 'offline' && ` · ${shared.waitingForConnection}`}
    </span>
  );
}
