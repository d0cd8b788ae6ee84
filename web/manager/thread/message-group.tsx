import { isOwn, MANAGER, SYSTEM } from '@foyer/domain/participant';
import { withNodes } from '@foyer/words/with-nodes';
import { deliveryOf, type ShownMessage } from '../../conversation/delivery.ts';
import type { MessageGroup } from '../../lib/message-groups.ts';
import { MessageText } from '../../lib/message-text.tsx';
import { clockTime } from '../../lib/time.ts';
import { classes } from '../../ui/classes.ts';
import { connection } from '../connection/connection.ts';
import type { Thread } from '../messages/thread.ts';
import { words } from '../words.ts';
import { giveToComposer } from './composer.tsx';
import { Tick } from './tick.tsx';

interface Props {
  group: MessageGroup<ShownMessage>;
  /** The manager's newest message: the only one with a tick. */
  lastOwn: string | null;
  thread: Thread;
  name: string;
}

/** A message that the search has opened, for a moment (`use-wanted-message.ts`). */
const WANTED = 'rounded-2xl data-wanted:outline-2 data-wanted:outline-offset-1 data-wanted:outline-accent';

/** Messages of one person in one minute, with one time. Messages that the server adds are centred. */
export function Group({ group, lastOwn, thread, name }: Props) {
  const isMine = isOwn(group, MANAGER);
  const isAside = isOwn(group, SYSTEM);
  return (
    <div class={classes('mb-3 flex flex-col gap-0.5', isAside ? 'items-center' : isMine ? 'items-end' : 'items-start')}>
      {group.messages.map((message) => (
        <div
          key={message.id}
          data-message={message.id}
          class={classes(WANTED, 'flex max-w-[min(34rem,88%)] flex-col', isMine ? 'items-end' : 'items-start')}
        >
          {!isAside && <span class="sr-only">{isMine ? words.youSay : withNodes(words.someoneSays, { name: <bdi>{name}</bdi> })}</span>}
          <Entry message={message} isMine={isMine} />
          {message.fault !== undefined && <Failed message={message} thread={thread} />}
        </div>
      ))}
      {!isAside && (
        <p class="flex items-center gap-1.5 px-1 text-xs text-soft tabular-nums">
          <time dateTime={new Date(group.at).toISOString()}>{clockTime(group.at)}</time>
          {isMine && group.messages.some(({ id }) => id === lastOwn) && <Delivery message={group.messages.at(-1)} thread={thread} />}
        </p>
      )}
    </div>
  );
}

const BUBBLE =
  'max-w-full overflow-clip rounded-2xl border px-3.5 py-2 text-md leading-[1.4375rem] whitespace-pre-wrap [overflow-wrap:anywhere] [&_a]:underline [&_a]:decoration-edge [&_a]:underline-offset-3 [&_a]:hover:decoration-ink';

function Entry({ message: { kind, text, fault }, isMine }: { message: ShownMessage; isMine: boolean }) {
  const bubble = classes(
    BUBBLE,
    isMine ? 'border-transparent bg-bubble forced-colors:border-2 forced-colors:border-[Highlight]' : 'border-line bg-raised',
    fault !== undefined && 'outline-1 outline-danger',
  );
  switch (kind) {
    case 'text':
      return (
        <div dir="auto" class={bubble}>
          <MessageText text={text} />
        </div>
      );
    case 'system':
      return (
        <p dir="auto" class="my-2 text-center text-sm text-soft">
          {text}
        </p>
      );
    default:
      return <div class={classes(bubble, 'text-soft')}>{words.unknownKind}</div>;
  }
}

function Delivery({ message, thread }: { message: ShownMessage | undefined; thread: Thread }) {
  if (!message) return null;
  const delivery = deliveryOf(message, thread.readAt.value, connection.value === 'offline');
  switch (delivery) {
    case 'failed':
      return null;
    case 'sending':
      return <span>{words.sending}</span>;
    case 'waiting':
      return <span>{words.waitingForConnection}</span>;
    default:
      return <Tick isSeen={delivery === 'seen'} />;
  }
}

function Failed({ message: { id }, thread: { conversationId, replies } }: { message: ShownMessage; thread: Thread }) {
  const edit = () => {
    for (const { text } of replies.takeBack(({ messageId }) => messageId === id)) giveToComposer(conversationId, text);
  };
  return (
    <p role="alert" class="mt-1 flex flex-wrap items-center justify-end gap-x-3 px-1 text-xs text-danger">
      {words.notSent}
      <button type="button" class="rounded font-semibold underline underline-offset-2 pointer-coarse:py-3" onClick={replies.retry}>
        {words.tryAgain}
      </button>
      <button type="button" class="rounded font-semibold underline underline-offset-2 pointer-coarse:py-3" onClick={edit}>
        {words.edit}
      </button>
    </p>
  );
}

/** The visitor is typing. `name` is `null` where they gave none. */
export function Typing({ name }: { name: string | null }) {
  return (
    <p class="enter mb-3 flex items-center gap-2 overflow-clip px-1 text-sm text-soft">
      <span class="flex gap-1" aria-hidden="true">
        {[0, 200, 400].map((delay) => (
          <span key={delay} class="pulse size-1.5 rounded-full bg-soft" style={{ animationDelay: `${delay}ms` }} />
        ))}
      </span>
      <span>{name === null ? words.visitorIsTyping : withNodes(words.isTyping, { name: <bdi>{name}</bdi> })}</span>
    </p>
  );
}
