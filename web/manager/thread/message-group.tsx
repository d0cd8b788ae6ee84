import type { MessageGroup } from '../../lib/message-groups.ts';
import { MessageText } from '../../lib/message-text.tsx';
import { clockTime } from '../../lib/time.ts';
import { classes } from '../../ui/classes.ts';
import { connection } from '../connection/connection.ts';
import type { ThreadMessage } from '../messages/feed.ts';
import type { Thread } from '../messages/thread.ts';
import { giveToComposer } from './composer.tsx';
import { Tick } from './tick.tsx';

interface Props {
  group: MessageGroup<ThreadMessage>;
  /** The manager's newest message: the only one with a tick. */
  lastOwn: string | null;
  thread: Thread;
  name: string;
}

/** Messages of one person in one minute: one time, one corner that says who spoke. */
export function Group({ group, lastOwn, thread, name }: Props) {
  const isOwn = group.sender === 'manager';
  return (
    <div class={classes('mb-3 flex flex-col gap-0.5', isOwn ? 'items-end' : 'items-start')}>
      {group.messages.map((message) => (
        <div
          key={message.id}
          data-message={message.id}
          class={classes('flex max-w-[min(34rem,88%)] flex-col', isOwn ? 'items-end' : 'items-start')}
        >
          <span class="sr-only">
            <bdi>{isOwn ? 'You' : name}</bdi>:
          </span>
          <div
            dir="auto"
            class={classes(
              'max-w-full overflow-clip rounded-2xl px-3.5 py-2 text-md leading-[1.4375rem] whitespace-pre-wrap [overflow-wrap:anywhere] [&_a]:underline [&_a]:decoration-edge [&_a]:underline-offset-3 [&_a]:hover:decoration-ink',
              isOwn ? 'bg-bubble' : 'border border-line bg-raised',
              message.delivery === 'failed' && 'outline-1 outline-danger',
            )}
          >
            <MessageText text={message.text} />
          </div>
          {message.delivery === 'failed' && <Failed message={message} thread={thread} />}
        </div>
      ))}
      <p class="flex items-center gap-1.5 px-1 text-xs text-soft tabular-nums">
        <time dateTime={new Date(group.at).toISOString()}>{clockTime(group.at)}</time>
        {isOwn && group.messages.some(({ id }) => id === lastOwn) && <Delivery message={group.messages.at(-1)} thread={thread} />}
      </p>
    </div>
  );
}

function Delivery({ message, thread }: { message: ThreadMessage | undefined; thread: Thread }) {
  if (!message || message.delivery === 'failed') return null;
  if (message.delivery === 'sending') return <span>{connection.value === 'offline' ? 'Waits for a connection' : 'Sending …'}</span>;
  return <Tick isSeen={thread.presence.visitorReadAtMs.value >= message.createdAt} />;
}

function Failed({ message, thread }: { message: ThreadMessage; thread: Thread }) {
  const { id } = message;
  return (
    <p role="alert" class="mt-1 flex flex-wrap items-center justify-end gap-x-3 px-1 text-xs text-danger">
      Not sent.
      <button
        type="button"
        class="rounded font-semibold underline underline-offset-2 pointer-coarse:py-3"
        onClick={() => thread.outbox.retry(id)}
      >
        Try again
      </button>
      <button
        type="button"
        class="rounded font-semibold underline underline-offset-2 pointer-coarse:py-3"
        onClick={() => giveToComposer(thread.conversationId, thread.outbox.takeBack(id))}
      >
        Edit
      </button>
    </p>
  );
}

/** The visitor is writing. */
export function Typing({ who }: { who: string }) {
  return (
    <p class="enter mb-3 flex items-center gap-2 overflow-clip px-1 text-sm text-soft">
      <span class="flex gap-1" aria-hidden="true">
        {[0, 200, 400].map((delay) => (
          <span key={delay} class="pulse size-1.5 rounded-full bg-soft" style={{ animationDelay: `${delay}ms` }} />
        ))}
      </span>
      <span>
        <bdi>{who}</bdi> is writing
      </span>
    </p>
  );
}
