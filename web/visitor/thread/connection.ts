import type { OpenConversation } from '@foyer/domain/conversation';
import { isFromOther, VISITOR } from '@foyer/domain/participant';
import { createMarkWriter, type MarkWriter } from '../../conversation/marks.ts';
import type { ThreadMessage } from '../../conversation/messages.ts';
import { followOverApi } from '../../conversation/over-api.ts';
import { createReader } from '../../conversation/reader.ts';
import type { Following, Heard } from '../../conversation/transport.ts';
import { after } from '../../lib/after.ts';
import type { State } from '../talk/talk.ts';
import type { Live, startLive } from './live.ts';

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
  heed(cause: unknown): Promise<boolean>;
  /** Another tab has opened another conversation with this manager: the browser has that one now. */
  replaced(opened: OpenConversation): void;
  /** Asks the API. Throws `ApiProblem`. */
  open(): Promise<OpenConversation>;
  loadLive(): Promise<{ startLive: typeof startLive }>;
  /** New messages of others, after the first ones. */
  arrived(messages: readonly ThreadMessage[]): void;
}

/** A refused listener opened again at once is refused again, and can break the client. */
const RETRY_MS = 500;
/** Nobody looks for so long: then nothing is read. */
const HIDDEN_MS = 5 * 60_000;
/** A live connection can go silent without an error (nodejs-firestore #1057): it is checked this often, by one read. */
const WATCH_MS = 60_000;
const WATCH_ANSWER_MS = 10_000;
/** What the server has must have been heard of this soon after. */
const WATCH_GRACE_MS = 2000;

/** Follows a conversation live; falls back to asking the API when that fails, after one more attempt. */
export function connect(opened: OpenConversation, { state, set, heed, replaced, open, loadLive, arrived }: Needs): Connection {
  const { id: conversationId, managerId } = opened.conversation;
  let live: Live | undefined;
  let marks: MarkWriter | undefined;
  let polling: Following | undefined;
  let isStopped = false;
  let isDetached = false;
  let hasRetried = false;
  let readId = '';
  let heardAt = Date.now();
  let hiding: ReturnType<typeof setTimeout> | undefined;

  const reader = createReader({ me: VISITOR, read: () => state, change: set, arrived });
  const heard: Omit<Heard, 'failed'> = {
    newer: reader.newer,
    messages(newest, isFromServer) {
      if (isFromServer) heardAt = Date.now();
      reader.messages(newest, isFromServer);
    },
    marks(theirs, isFromServer) {
      if (isFromServer) heardAt = Date.now();
      const { conversation } = state;
      const { isBlocked = conversation?.isBlocked } = theirs;
      if (conversation && isBlocked !== undefined && isBlocked !== conversation.isBlocked)
        set({ conversation: { ...conversation, isBlocked } });
      reader.marks(theirs, isFromServer);
    },
  };

  async function goLive(token: string | null): Promise<void> {
    if (token === null) return ask();
    let hasFailed = false;
    const failed = () => {
      hasFailed = true;
      fallBack();
    };
    try {
      const started = await (await loadLive()).startLive({ token, managerId, conversationId }, { ...heard, failed });
      if (hasFailed || isStopped || isDetached) return started.stop();
      live = started;
      marks = createMarkWriter({ write: started.mark, isOnline: () => navigator.onLine, isHere: isLookedAt });
      if (readId) marks.read(readId);
    } catch {
      fallBack();
    }
  }

  function fallBack(): void {
    drop();
    if (!isStopped && !isDetached) ask(hasRetried ? undefined : RETRY_MS);
  }

  function ask(waitMs?: number): void {
    polling?.stop();
    polling = followOverApi({ open, answered, failed: heed }, waitMs);
  }

  /** An answer of the API has the news, says whether this browser may still read, and has a token for one more attempt to go live. */
  function answered(answer: OpenConversation): boolean {
    const { conversation, messages, token } = answer;
    if (conversation.id !== conversationId) {
      replaced(answer);
      return false;
    }
    const before = state.messages.length;
    set({ conversation });
    reader.messages(messages, true, conversation.messageCount);
    if (token !== null && !hasRetried) {
      hasRetried = true;
      polling?.stop();
      goLive(token);
    }
    return state.messages.length > before;
  }

  function drop(): void {
    live?.stop();
    marks?.stop();
    polling?.stop();
    live = marks = undefined;
  }

  /** Asks the server through the live connection; no answer, or one that was not heard of, and the connection is made again. */
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
    clearTimeout(hiding);
    if (!isLookedAt()) {
      hiding = setTimeout(() => {
        isDetached = true;
        drop();
      }, HIDDEN_MS);
    } else if (isDetached) {
      isDetached = hasRetried = false;
      ask(0);
    } else {
      live?.wake();
      watch();
    }
  }
  document.addEventListener('visibilitychange', looked);

  goLive(opened.token);

  return {
    typing: (isWriting) => marks?.typing(isWriting),
    read() {
      readId = state.messages.findLast((message) => isFromOther(message, VISITOR))?.id ?? readId;
      if (readId) marks?.read(readId);
    },
    get older() {
      const following = live;
      return following && (() => reader.older(following).catch(() => undefined));
    },
    stop() {
      isStopped = true;
      clearTimeout(hiding);
      clearInterval(watching);
      document.removeEventListener('visibilitychange', looked);
      reader.stop();
      drop();
    },
  };
}

function isLookedAt(): boolean {
  return document.visibilityState === 'visible';
}
