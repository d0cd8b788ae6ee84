import type { OpenConversation } from '@foyer/domain/conversation';
import type { PageNotice } from '@foyer/domain/page-state';
import { isFromOther, VISITOR } from '@foyer/domain/participant';
import { createMarkWriter, type MarkWriter } from '../../conversation/marks.ts';
import type { ThreadMessage } from '../../conversation/messages.ts';
import { followOverApi } from '../../conversation/over-api.ts';
import { createReader } from '../../conversation/reader.ts';
import type { Following, Heard } from '../../conversation/transport.ts';
import { after } from '../../lib/after.ts';
import type { State } from '../talk/talk.ts';
import type { Live, startLive } from './live.ts';

export interface Connection {
  typing(isWriting: boolean): void;
  /** Call it when the newest message is on screen and someone is looking. */
  read(): void;
  /** Fetches earlier messages; absent without a live connection. */
  readonly older: (() => Promise<void>) | undefined;
  stop(): void;
}

interface Needs {
  state: State;
  set(patch: Partial<State>): void;
  /** Handles a failure that concerns the whole conversation; returns whether it did. */
  handleEnding(cause: unknown): Promise<boolean>;
  /** Another tab has opened another conversation with this manager, which this browser's cookie now has. */
  replaced(opened: OpenConversation): void;
  /** Asks the API. Throws `ApiProblem`. */
  open(): Promise<OpenConversation>;
  loadLive(): Promise<{ startLive: typeof startLive }>;
  /** Receives others' new messages, after the first page. */
  arrived(messages: readonly ThreadMessage[]): void;
}

/** A refused listener that is reopened immediately is refused again, and can break the client. */
const RETRY_MS = 500;
/** When no one has looked for this long, nothing is read any more. */
const HIDDEN_MS = 5 * 60_000;
/** A live connection can go silent without an error (nodejs-firestore #1057), so one read checks it after this long. */
const WATCH_MS = 60_000;
/** How often the time since then is compared. With `WATCH_MS` instead, a silence could last two minutes. */
const WATCH_STEP_MS = 15_000;
const WATCH_ANSWER_MS = 10_000;
/** The connection must have delivered the server's newest message within this time. */
const WATCH_GRACE_MS = 2000;
/** The clock of a browser that slept is read again this soon; far below the longest delay of `setTimeout`. */
const LOOK_AGAIN_MS = 60_000;

/** Follows a conversation live; after a failure and one more attempt, polls the API instead. */
export function connect(opened: OpenConversation, { state, set, handleEnding, replaced, open, loadLive, arrived }: Needs): Connection {
  const { id: conversationId, managerId } = opened.conversation;
  let live: Live | undefined;
  let marks: MarkWriter | undefined;
  let stopPresence: (() => void) | undefined;
  let polling: Following | undefined;
  let isStopped = false;
  let isDetached = false;
  let hasRetried = false;
  let readId = '';
  let heardAt = Date.now();
  let hiding: ReturnType<typeof setTimeout> | undefined;
  let pausing: ReturnType<typeof setTimeout> | undefined;

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
      if (conversation && isBlocked !== undefined && isBlocked !== conversation.isBlocked) {
        set({ conversation: { ...conversation, isBlocked } });
        followPresence();
      }
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
      followPresence();
    } catch {
      fallBack();
    }
  }

  /** A blocked visitor may not know it. After the block, the listener has to begin again. */
  function followPresence(): void {
    stopPresence?.();
    stopPresence = state.conversation?.isBlocked ? undefined : live?.followPresence((presence) => set({ presence }), pageChanged);
    if (!stopPresence && state.presence) set({ presence: null });
  }

  function pageChanged(notice: PageNotice): void {
    if (!state.conversation) return;
    const { pause: _pause, isOffline: _isOffline, endsAt: _endsAt, ...conversation } = state.conversation;
    set({ conversation: { ...conversation, ...notice } });
    watchPause();
  }

  /** A pause ends by the clock, without a message from the server. */
  function watchPause(): void {
    clearTimeout(pausing);
    const until = state.conversation?.pause?.until ?? null;
    if (until === null) return;
    const leftMs = until - Date.now();
    if (leftMs > 0) pausing = setTimeout(watchPause, Math.min(leftMs, LOOK_AGAIN_MS));
    else set({});
  }

  function fallBack(): void {
    drop();
    if (!isStopped && !isDetached) ask(hasRetried ? undefined : RETRY_MS);
  }

  function ask(waitMs?: number): void {
    polling?.stop();
    polling = followOverApi({ open, answered, failed: handleEnding }, waitMs);
  }

  /** The API's answer has the new messages, tells whether this browser may still read, and has a token for one more live attempt. */
  function answered(answer: OpenConversation): boolean {
    const { conversation, messages, token } = answer;
    if (conversation.id !== conversationId) {
      replaced(answer);
      return false;
    }
    const before = state.messages.length;
    set({ conversation });
    watchPause();
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
    followPresence();
  }

  /** Reads from the server through the live connection; reconnects without an answer, or if its newest message was never delivered. */
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
  }, WATCH_STEP_MS);

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
  watchPause();

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
      clearTimeout(pausing);
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
