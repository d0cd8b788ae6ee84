import { isKnownKind } from '@foyer/domain/messages/kinds';
import { isFromOther, isOwn, SYSTEM, VISITOR } from '@foyer/domain/participant';
import { withNodes } from '@foyer/words/with-nodes';
import { Component, createRef } from 'preact';
import { type Delivery, deliveryOf, type ShownMessage, shownMessages } from '../../conversation/delivery.ts';
import { firstAfter } from '../../conversation/first-unread.ts';
import { groupMessages, type MessageGroup } from '../../lib/message-groups.ts';
import { MessageText } from '../../lib/message-text.tsx';
import { clockTime, dayName, isSameDay } from '../../lib/time.ts';
import { NameCard } from '../cards/name-card.tsx';
import type { Talk } from '../talk/talk.ts';
import { box, thread } from '../words.ts';

interface Props {
  talk: Talk;
  name: string;
  slug: string;
  older: (() => void) | undefined;
}

interface LogState {
  /** Ids of others' messages that arrived while the person was reading further up. */
  unread: readonly string[];
  /** Has the "New" line above it: the first unread when the thread opened, or the first to arrive while no one was looking. */
  newFrom: string | null;
}

/** Within this distance of its end, in pixels, the log counts as read. */
const NEAR_END = 64;
/** Within this distance of its start, in pixels, the log fetches older messages. */
const NEAR_START = 240;
/** A message counts as reached once this many pixels of it are visible. */
const PEEK = 24;
/** Pixels above the first new message when the thread opens there: for the line and some of the previous text. */
const BEFORE_NEW = 96;

/** The messages, scrolled to the newest unless the person has scrolled up to read. */
export class Log extends Component<Props, LogState> {
  #log = createRef<HTMLDivElement>();
  #shown: readonly ShownMessage[] = [];
  #isAtEnd = true;
  /** The oldest message when scrolling last fetched older ones: once per message; the button can ask again. */
  #askedFrom: string | undefined;
  override state: LogState = { unread: [], newFrom: null };
  /** The log shrinks when a card appears or a long message is written. */
  #resized = new ResizeObserver(() => this.#follow());

  override componentDidMount() {
    if (this.#log.current) this.#resized.observe(this.#log.current);
    this.componentDidUpdate({}, {}, 0);
  }

  override componentWillUnmount() {
    this.#resized.disconnect();
  }

  /** The distance from the end, which must not change when older messages are added above. */
  override getSnapshotBeforeUpdate(): number {
    const log = this.#log.current;
    return log ? log.scrollHeight - log.scrollTop : 0;
  }

  override componentDidUpdate(_props: unknown, _state: unknown, distance: number) {
    const log = this.#log.current;
    const before = this.#shown;
    const now = shownIn(this.props.talk);
    this.#shown = now;
    const known = new Set(before.map(({ id }) => id));
    const isSame = now.some(({ id }) => known.has(id));
    if (!isSame) this.#isAtEnd = true;
    if (!isSame && now.length > 0) this.#openAt(now);
    const newest = now.at(-1);
    if (isSame && newest && isOwn(newest, VISITOR) && newest.id !== before.at(-1)?.id) {
      this.#isAtEnd = true;
      if (this.state.newFrom) this.setState({ newFrom: null });
    }
    if (log && now[0]?.id !== before[0]?.id) log.scrollTop = log.scrollHeight - distance;
    if (isSame) this.#arrived(now.slice(now.findLastIndex(({ id }) => known.has(id)) + 1));
    this.#follow();
  }

  /** Opens the thread at the first message unread in this browser, with some of the previous text. */
  #openAt(shown: readonly ShownMessage[]): void {
    const { readAt } = this.props.talk.keeper.read();
    const newFrom = readAt === undefined ? null : firstAfter(shown, VISITOR, readAt);
    if (newFrom === this.state.newFrom) return;
    this.setState({ newFrom }, () => {
      const log = this.#log.current;
      const above = newFrom && log ? this.#topOf(newFrom) - BEFORE_NEW : 0;
      if (!log || above >= 0) return;
      this.#isAtEnd = false;
      log.scrollTop += above;
      this.#scrolled();
    });
  }

  #arrived(added: readonly ShownMessage[]): void {
    const [first] = added.filter((message) => isFromOther(message, VISITOR));
    if (first && document.visibilityState === 'hidden') this.setState({ newFrom: first.id });
    if (!this.#isAtEnd) this.#hint(added);
  }

  #hint(added: readonly ShownMessage[]): void {
    const fresh = added.filter((message) => isFromOther(message, VISITOR)).map(({ id }) => id);
    if (fresh.length > 0) this.setState(({ unread }) => ({ unread: [...unread, ...fresh] }));
  }

  #follow(): void {
    const log = this.#log.current;
    if (log && this.#isAtEnd) log.scrollTop = log.scrollHeight;
  }

  #scrolled = () => {
    const log = this.#log.current;
    if (!log) return;
    this.#isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END;
    const first = this.#shown[0]?.id;
    if (log.scrollTop < NEAR_START && first !== this.#askedFrom && !this.props.talk.state.isWhole && this.props.older) {
      this.#askedFrom = first;
      this.props.older();
    }
    const { unread } = this.state;
    const left = unread.filter((id) => !this.#isAtEnd && this.#topOf(id) > log.clientHeight - PEEK);
    if (left.length < unread.length) this.setState({ unread: left });
  };

  /** The distance from the log's upper edge to a message, in pixels. */
  #topOf(id: string): number {
    const log = this.#log.current;
    const bubble = log?.querySelector(`[data-message="${id}"]`);
    return log && bubble ? bubble.getBoundingClientRect().top - log.getBoundingClientRect().top : 0;
  }

  /** Scrolls to the first new message, where the person continues to read. */
  #jump = () => {
    const log = this.#log.current;
    const [first] = this.state.unread;
    if (!log || first === undefined) return;
    log.focus({ preventScroll: true });
    log.scrollTop += this.#topOf(first) - PEEK;
    this.#scrolled();
  };

  #askOlder = () => {
    this.props.older?.();
    this.#log.current?.focus({ preventScroll: true });
  };

  render({ talk, name, slug, older }: Props, { unread, newFrom }: LogState) {
    const { state } = talk;
    const now = Date.now();
    const shown = shownIn(talk);
    const lastOwn = shown.findLast((message) => isOwn(message, VISITOR));
    return (
      <>
        <div
          class="log"
          role="log"
          aria-relevant="additions"
          aria-label={thread.messages}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
          tabIndex={0}
          ref={this.#log}
          onScroll={this.#scrolled}
        >
          {older && !state.isWhole && (
            <button type="button" class="quiet older" onClick={this.#askOlder}>
              {thread.older}
            </button>
          )}
          {state.phase === 'opening' && shown.length === 0 && (
            <div class="skeleton">
              <i />
              <i />
              <i />
            </div>
          )}
          {groupMessages(shown, newFrom).map((group, index) => (
            <Group
              key={group.id}
              group={group}
              // A conversation with only today's messages needs no day.
              day={group.startsDay && (index > 0 || !isSameDay(group.at, now)) ? dayName(group.at, now) : ''}
              isNew={group.id === newFrom}
              name={name}
              talk={talk}
              tick={lastOwn && group.messages.includes(lastOwn) ? tickOf(deliveryOf(lastOwn, state.readAt, state.wait !== null)) : ''}
              asksToTell={
                state.phase === 'open' && !state.conversation?.isBlocked && state.outgoing.length === 0 && shown.at(-1) === lastOwn
              }
            />
          ))}
          {/* Its line is always reserved: appearing text must not move the button below. */}
          <p class="typing">{state.isTyping && withNodes(thread.typing, { name: <bdi>{name}</bdi> })}</p>
          {state.asksName !== '' && state.asksName === state.conversation?.id && !state.conversation.isBlocked && (
            <NameCard talk={talk} name={name} slug={slug} isChosen={false} />
          )}
        </div>
        {unread.length > 0 && (
          <p class="news">
            <button type="button" class="act" onClick={this.#jump}>
              {thread.newMessages({ count: unread.length })}
            </button>
          </p>
        )}
      </>
    );
  }
}

function shownIn({ state }: Talk): ShownMessage[] {
  return shownMessages(state.messages, state.outgoing, VISITOR);
}

/** The delivery state of the newest own message. Failed messages have their own text. */
function tickOf(delivery: Delivery): string {
  return { sending: box.sending, waiting: box.unsent, sent: box.sent, seen: thread.seen, failed: '' }[delivery];
}

/** Next to the state of the last message, while the visitor waits for an answer: how to be told of it, or that they will be. */
function Tell({ talk, name }: Pick<Props, 'talk' | 'name'>) {
  const { pushId, mail } = talk.keeper.read();
  const isTold = mail === 'on' || (pushId && Notification.permission === 'granted');
  return (
    <>
      {' · '}
      <button type="button" class="quiet" onClick={() => talk.set({ card: 'alerts' })}>
        {withNodes(isTold ? thread.willTell : thread.tellMe, { name: <bdi>{name}</bdi> })}
      </button>
    </>
  );
}

interface GroupProps {
  group: MessageGroup<ShownMessage>;
  day: string;
  isNew: boolean;
  name: string;
  talk: Talk;
  tick: string;
  asksToTell: boolean;
}

function Group({ group, day, isNew, name, talk, tick, asksToTell }: GroupProps) {
  const isMine = isOwn(group, VISITOR);
  const entries = group.messages.map((message) => <Entry key={message.id} message={message} talk={talk} />);
  return (
    <>
      {day && <p class="aside day">{day}</p>}
      {isNew && <p class="aside new">{thread.newBelow}</p>}
      {isOwn(group, SYSTEM) ? (
        entries
      ) : (
        <div class={isMine ? 'group own' : 'group'}>
          <span class="unseen">{isMine ? thread.ownSpeaker : withNodes(thread.speaker, { name: <bdi>{name}</bdi> })} </span>
          {entries}
          <p class="when">
            <time dateTime={new Date(group.at).toISOString()}>{clockTime(group.at)}</time>
            {tick && <span class="tick"> · {tick}</span>}
            {tick && asksToTell && <Tell talk={talk} name={name} />}
          </p>
        </div>
      )}
    </>
  );
}

function lookOf(kind: string): string {
  switch (kind) {
    case 'text':
      return 'bubble';
    case 'system':
      return 'aside';
    default:
      return 'bubble muted';
  }
}

function Entry({ message: { id, kind, text, fault, wrong, againAt }, talk }: { message: ShownMessage; talk: Talk }) {
  return (
    <>
      <p class={lookOf(kind)} dir="auto" data-message={id}>
        {kind === 'text' ? <MessageText text={text} /> : isKnownKind(kind) ? text : thread.unknownKind}
      </p>
      {fault && (
        <p class="fault" role="alert">
          {thread.notSent({ why: fault })} {againAt && thread.sendFrom({ time: clockTime(againAt) })}{' '}
          {!wrong && (
            <button type="button" class="quiet" onClick={talk.outbox.retry}>
              {thread.tryAgain}
            </button>
          )}{' '}
          <button type="button" class="quiet" onClick={() => talk.takeBack(({ messageId }) => messageId === id)}>
            {thread.edit}
          </button>
        </p>
      )}
    </>
  );
}
