import { Component, createRef } from 'preact';
import { groupMessages, type MessageGroup } from '../lib/message-groups.ts';
import { MessageText } from '../lib/message-text.tsx';
import { clockTime, dayName, isSameDay } from '../lib/time.ts';
import { type ShownMessage, shownMessages, tickOf } from './shown-messages.ts';
import type { Talk } from './talk.ts';

interface Props {
  talk: Talk;
  name: string;
  older: (() => void) | undefined;
}

/** How near to its end the log counts as read to the end, in pixels. */
const NEAR_END = 64;

/** The messages, scrolled to the newest unless the person has scrolled up to read. */
export class Log extends Component<Props> {
  #log = createRef<HTMLDivElement>();
  #shown: readonly ShownMessage[] = [];
  #isAtEnd = true;
  /** The log shrinks when a card appears, or a long message is written. */
  #resized = new ResizeObserver(() => this.#follow());

  override componentDidMount() {
    if (this.#log.current) this.#resized.observe(this.#log.current);
    this.componentDidUpdate({}, {}, 0);
  }

  override componentWillUnmount() {
    this.#resized.disconnect();
  }

  /** The distance from the end: it stays when older messages are put before. */
  override getSnapshotBeforeUpdate(): number {
    const log = this.#log.current;
    return log ? log.scrollHeight - log.scrollTop : 0;
  }

  override componentDidUpdate(_props: unknown, _state: unknown, distance: number) {
    const log = this.#log.current;
    const before = this.#shown;
    const now = shownMessages(this.props.talk.state);
    this.#shown = now;
    if (now.at(-1)?.sender === 'visitor' && now.at(-1)?.id !== before.at(-1)?.id) this.#isAtEnd = true;
    if (log && now[0]?.id !== before[0]?.id) log.scrollTop = log.scrollHeight - distance;
    this.#follow();
  }

  #follow(): void {
    const log = this.#log.current;
    if (log && this.#isAtEnd) log.scrollTop = log.scrollHeight;
  }

  #scrolled = () => {
    const log = this.#log.current;
    if (log) this.#isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END;
  };

  #askOlder = () => {
    this.props.older?.();
    this.#log.current?.focus({ preventScroll: true });
  };

  render({ talk, name, older }: Props) {
    const { state } = talk;
    const now = Date.now();
    const shown = shownMessages(state);
    const lastOwn = shown.findLast(({ sender }) => sender === 'visitor');
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      <div class="log" role="log" aria-relevant="additions" aria-label="Messages" tabIndex={0} ref={this.#log} onScroll={this.#scrolled}>
        {older && state.hasOlder && (
          <button type="button" class="quiet older" onClick={this.#askOlder}>
            Older messages
          </button>
        )}
        {state.phase === 'opening' && shown.length === 0 && (
          <div class="skeleton">
            <i />
            <i />
            <i />
          </div>
        )}
        {groupMessages(shown).map((group, index) => (
          <Group
            key={group.id}
            group={group}
            // A conversation of today alone needs no day.
            day={group.startsDay && (index > 0 || !isSameDay(group.at, now)) ? dayName(group.at, now) : ''}
            name={name}
            talk={talk}
            tick={lastOwn && group.messages.includes(lastOwn) ? tickOf(state, lastOwn) : ''}
          />
        ))}
        {state.isManagerTyping && (
          <p class="aside typing">
            <bdi>{name}</bdi> is writing…
          </p>
        )}
        {state.conversation?.status === 'closed' && (
          <p class="aside">
            <bdi>{name}</bdi> closed this conversation. Writing again reopens it.
          </p>
        )}
      </div>
    );
  }
}

interface GroupProps {
  group: MessageGroup<ShownMessage>;
  day: string;
  name: string;
  talk: Talk;
  tick: string;
}

function Group({ group, day, name, talk, tick }: GroupProps) {
  const isOwn = group.sender === 'visitor';
  return (
    <>
      {day && <p class="aside day">{day}</p>}
      <div class={isOwn ? 'group own' : 'group'}>
        <span class="unseen">{isOwn ? 'You' : name}: </span>
        {group.messages.map((message) => (
          <Bubble key={message.id} message={message} talk={talk} />
        ))}
        <p class="when">
          <time dateTime={new Date(group.at).toISOString()}>{clockTime(group.at)}</time>
          {tick && <span class="tick"> · {tick}</span>}
        </p>
      </div>
    </>
  );
}

function Bubble({ message: { id, text, fault, wrong, againAt }, talk }: { message: ShownMessage; talk: Talk }) {
  return (
    <>
      <p class="bubble" dir="auto">
        <MessageText text={text} />
      </p>
      {fault && (
        <p class="fault" role="alert">
          Not sent. {fault} {againAt && `It can be sent from ${clockTime(againAt)} on.`}{' '}
          {!wrong && (
            <button type="button" class="quiet" onClick={talk.outbox.retry}>
              Try again
            </button>
          )}{' '}
          <button type="button" class="quiet" onClick={() => talk.takeBack(({ messageId }) => messageId === id)}>
            Edit
          </button>
        </p>
      )}
    </>
  );
}
