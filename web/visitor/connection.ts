import type { OpenConversation } from '@foyer/domain/conversation';
import { MESSAGES_PAGE, TYPING_MS } from '@foyer/domain/limits';
import type { Message } from '@foyer/domain/message';
import type { Live, LiveEvents, startLive } from './live.ts';
import { mergeMessages, mergeNewest } from './merge-messages.ts';
import { createPresence, type Presence } from './presence.ts';
import type { State } from './talk.ts';

/** How a conversation is kept up to date: live, or by asking. */
export interface Connection {
  typing(isWriting: boolean): void;
  /** The newest message is on the screen, and somebody looks. */
  read(): void;
  /** Fetches the messages before; absent while there is no live connection. */
  readonly older: (() => Promise<void>) | undefined;
  stop(): void;
}

interface Needs {
  state: State;
  set(patch: Partial<State>): void;
  /** Acts upon what a failure says of the whole conversation; returns whether it did. */
  heed(cause: unknown): boolean;
  /** Another tab has opened another conversation with this manager: the browser has that one now. */
  replaced(opened: OpenConversation): void;
  /** Asks the API. Throws `ApiProblem`. */
  open(): Promise<OpenConversation>;
  loadLive(): Promise<{ startLive: typeof startLive }>;
  /** New messages of the manager, after the first ones. */
  arrived(messages: readonly Message[]): void;
}

const POLL_MS = 5000;
const POLL_MAX_MS = 30_000;
/** A refused listener opened again at once is refused again, and can break the client. */
const RETRY_MS = 500;
/** Nobody looks for so long: then nothing is read. */
const HIDDEN_MS = 5 * 60_000;
/** A live connection can go silent without an error (nodejs-firestore #1057): it is checked this often, by one read. */
const WATCH_MS = 60_000;
const WATCH_ANSWER_MS = 10_000;
/** What the server has must have been heard of this soon after. */
const WATCH_GRACE_MS = 2000;

/** Follows a conversation live; falls back to polling when that fails, after one more attempt. */
export function connect(opened: OpenConversation, { state, set, heed, replaced, open, loadLive, arrived }: Needs): Connection {
  const { id: conversationId, managerId } = opened.conversation;
  let live: Live | undefined;
  let presence: Presence | undefined;
  let isStopped = false;
  let isDetached = false;
  let hasRetried = false;
  let pollMs = POLL_MS;
  let typingAt = -1;
  let hasRead = false;
  let heardAt = Date.now();
  const timers: Record<'poll' | 'typing' | 'hidden', ReturnType<typeof setTimeout> | undefined> = {
    poll: undefined,
    typing: undefined,
    hidden: undefined,
  };

  const events: Omit<LiveEvents, 'failed'> = {
    messages(newest, isFull) {
      heardAt = Date.now();
      take(newest);
      if (isFull && state.messages.length === newest.length) set({ hasOlder: (state.conversation?.messageCount ?? 0) > newest.length });
    },
    about(marks) {
      heardAt = Date.now();
      if (state.conversation) set({ conversation: { ...state.conversation, ...marks } });
    },
    manager(marks) {
      heardAt = Date.now();
      set({ managerReadAt: marks.readAt });
      // The first mark may be old, and clocks differ: only a mark that moves means that somebody is writing, and only its going, or time, ends it.
      const isNew = typingAt >= 0 && marks.typingAt > typingAt;
      typingAt = marks.typingAt;
      if (isNew || typingAt === 0) clearTimeout(timers.typing);
      if (isNew) timers.typing = setTimeout(() => set({ isManagerTyping: false }), TYPING_MS);
      if (isNew || typingAt === 0) set({ isManagerTyping: isNew });
    },
  };

  function take(newest: readonly Message[]): void {
    const known = new Set(state.messages.map(({ id }) => id));
    const fresh = newest.filter(({ id, sender }) => sender === 'manager' && !known.has(id));
    set({ messages: mergeNewest(state.messages, newest, MESSAGES_PAGE), ...(fresh.length > 0 ? { isManagerTyping: false } : {}) });
    if (fresh.length > 0) arrived(fresh);
  }

  async function goLive(token: string | null): Promise<void> {
    if (token === null) return pollIn(POLL_MS);
    let hasFailed = false;
    const failed = () => {
      hasFailed = true;
      fallBack();
    };
    try {
      const started = await (await loadLive()).startLive({ token, managerId, conversationId }, { ...events, failed });
      if (hasFailed || isStopped || isDetached) return started.stop();
      live = started;
      presence = createPresence(started.mark, isLookedAt);
      if (hasRead) presence.read();
    } catch {
      fallBack();
    }
  }

  function fallBack(): void {
    drop();
    if (isStopped || isDetached) return;
    pollIn(hasRetried ? pollMs : RETRY_MS);
  }

  function pollIn(ms: number): void {
    clearTimeout(timers.poll);
    timers.poll = setTimeout(poll, ms);
  }

  /** One answer of the API: the news, whether this browser may still read, and a token for one more attempt to go live. */
  async function poll(): Promise<void> {
    const before = state.messages.length;
    try {
      const answer = await open();
      const { conversation, messages, token } = answer;
      if (isStopped || isDetached) return;
      if (conversation.id !== conversationId) return replaced(answer);
      take(messages);
      set({ conversation });
      if (token !== null && !hasRetried) {
        hasRetried = true;
        return goLive(token);
      }
    } catch (cause) {
      if (isStopped || heed(cause)) return;
    }
    pollMs = state.messages.length > before ? POLL_MS : Math.min(pollMs * 1.5, POLL_MAX_MS);
    pollIn(pollMs);
  }

  function drop(): void {
    live?.stop();
    presence?.stop();
    live = presence = undefined;
  }

  /** Asks the server through the live connection; no answer, or one that was not heard of, and the connection is made anew. */
  async function watch(): Promise<void> {
    const watched = live;
    if (!watched || !isLookedAt()) return;
    heardAt = Date.now();
    const newest = await Promise.race([watched.newest().catch(() => null), after(WATCH_ANSWER_MS)]);
    await after(WATCH_GRACE_MS);
    if (live !== watched || state.messages.some(({ id }) => id === newest)) return;
    hasRetried = false;
    fallBack();
  }
  const watching = setInterval(() => {
    if (Date.now() - heardAt >= WATCH_MS) watch();
  }, WATCH_MS);

  function looked(): void {
    clearTimeout(timers.hidden);
    if (!isLookedAt()) {
      timers.hidden = setTimeout(() => {
        isDetached = true;
        clearTimeout(timers.poll);
        drop();
      }, HIDDEN_MS);
    } else if (isDetached) {
      isDetached = hasRetried = false;
      poll();
    } else {
      // The client takes up to 13 s to see by itself that the network is back.
      if (live && navigator.onLine) dispatchEvent(new Event('online'));
      watch();
    }
  }
  document.addEventListener('visibilitychange', looked);

  async function older(): Promise<void> {
    const before = state.messages.length;
    for (let isFull = true; live && isFull && state.messages.length === before; ) {
      const page = await live.older().catch(() => null);
      if (!page) return;
      isFull = page.length === MESSAGES_PAGE;
      set({ messages: mergeMessages(page, state.messages), hasOlder: isFull });
    }
  }

  goLive(opened.token);

  return {
    typing: (isWriting) => presence?.typing(isWriting),
    read() {
      hasRead = true;
      presence?.read();
    },
    get older() {
      return live && older;
    },
    stop() {
      isStopped = true;
      for (const timer of Object.values(timers)) clearTimeout(timer);
      clearInterval(watching);
      document.removeEventListener('visibilitychange', looked);
      drop();
    },
  };
}

function after(ms: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms, null);
  });
}

function isLookedAt(): boolean {
  return document.visibilityState === 'visible';
}
