import { ApiProblem } from '../lib/api.ts';
import type { Keeper, Unsent } from './keeper.ts';

/** A message on its way. `fault` says why it was not sent; it then waits for the person. Times are this browser's, in ms since 1970. */
export interface Outgoing extends Unsent {
  /** Only to be shown. */
  at: number;
  fault?: string;
  /** The field that has to be changed first: sent as it is, the message would be refused again. */
  wrong?: string;
  /** From when on it may be sent, where the server said so. */
  againAt?: number;
}

/**
 * Why nothing is sent just now. `offline`, `too-fast` and `paused` end by themselves, `trouble` by a retry, `ended` when the conversation
 * is resumed.
 */
export interface Hold {
  reason: 'offline' | 'too-fast' | 'paused' | 'trouble' | 'ended';
  /** How long until the next attempt, from when this was said. */
  waitMs: number;
  /** The server's own sentence, when it takes nothing for a while. */
  why?: string;
}

export interface Outbox {
  send(message: Unsent): void;
  /** Sends now what has failed. */
  retry(): void;
  /** Sends now what waits for a connection. */
  wake(): void;
  /** Takes messages back, so that they can be written anew. */
  takeBack(which: (message: Outgoing) => boolean): Outgoing[];
}

interface Needs {
  keeper: Keeper;
  /** Sends one message. Throws `ApiProblem`. */
  post(message: Unsent): Promise<void>;
  changed(outgoing: readonly Outgoing[], hold: Hold | null): void;
  /** Acts upon a problem that is the whole conversation's, not this message's. Returns whether it was one. */
  heed(problem: ApiProblem): boolean;
}

const BACKOFF_MAX_MS = 30_000;

/** 1, 2, 4 … 30 seconds, each up to a quarter longer, so that browsers cut off together do not return together. */
const backoff = (failures: number) => Math.min(1000 * 2 ** failures, BACKOFF_MAX_MS) * (1 + Math.random() / 4);

/** An error of the server's is retried this often before the person is told. */
const TRIES = 3;

/** The server is well, and takes nothing for a while. The message waits, by itself if it is not for long. */
const PAUSES: readonly string[] = ['too-many-conversations', 'inbox-full', 'new-conversations-paused', 'sending-paused'];
const PATIENCE_MS = 60_000;

/**
 * Sends messages one after the other, in order. A message is kept in the browser before it is first sent and until it is acknowledged,
 * and every attempt carries the same id: whatever is lost on the way, it is stored once.
 */
export function createOutbox({ keeper, post, changed, heed }: Needs): Outbox {
  let queue: Outgoing[] = keeper.read().pending.map((message) => ({ ...message, at: Date.now() }));
  let hold: Hold | null = null;
  let failures = 0;
  let isPosting = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = () => changed(queue, hold);

  const remove = (gone: readonly Outgoing[]) => {
    const ids = gone.map(({ messageId }) => messageId);
    const isLeft = ({ messageId }: Unsent) => !ids.includes(messageId);
    queue = queue.filter(isLeft);
    const kept = keeper.read();
    const pending = kept.pending.filter(isLeft);
    if (pending.length > 0 || kept.conversationId) keeper.change(() => ({ ...kept, pending }));
    else keeper.forget();
  };

  const sendAgainIn = (ms: number) => {
    timer = setTimeout(pump, ms);
  };

  async function pump(): Promise<void> {
    const next = queue.find((message) => !message.fault);
    if (isPosting || !next) return;
    clearTimeout(timer);
    isPosting = true;
    try {
      await post(next);
      remove([next]);
      hold = null;
      failures = 0;
      sendAgainIn(0);
    } catch (cause) {
      refused(next, cause instanceof ApiProblem ? cause : new ApiProblem('internal', 'Something went wrong here. Please try again.'));
    }
    isPosting = false;
    show();
  }

  function refused(message: Outgoing, problem: ApiProblem): void {
    const { code, body, message: title, isTransient } = problem;
    const toldMs = (body.retryAfterSeconds ?? 0) * 1000;
    const waitMs = toldMs || backoff(failures);
    failures++;
    hold = code === 'session-ended' ? { reason: 'ended', waitMs } : null;
    if (heed(problem)) return;

    const isPaused = PAUSES.includes(code);
    if (code === 'offline' || code === 'too-fast') hold = { reason: code, waitMs };
    else if (isPaused && toldMs > 0 && toldMs <= PATIENCE_MS) hold = { reason: 'paused', waitMs, why: title };
    if (hold || (isTransient && failures < TRIES)) {
      sendAgainIn(waitMs);
      return;
    }

    failures = 0;
    message.fault = body.errors?.[0]?.message ?? title;
    if (code === 'invalid-request') message.wrong = body.errors?.[0]?.path ?? 'text';
    if (toldMs > 0) message.againAt = Date.now() + toldMs;
    // A message that the server will never take holds up no other; after an error of the server's all wait, to stay in order.
    if (isTransient || isPaused) hold = { reason: 'trouble', waitMs };
    else sendAgainIn(0);
  }

  const retry = () => {
    for (const message of queue.filter(({ wrong }) => !wrong)) {
      delete message.fault;
      delete message.againAt;
    }
    hold = null;
    show();
    pump();
  };

  const wake = () => {
    show();
    if (!hold || hold.reason === 'offline') pump();
  };

  return {
    send(message) {
      queue = [...queue, { ...message, at: Date.now() }];
      keeper.change((kept) => ({ ...kept, pending: [...kept.pending, message] }));
      if (hold?.reason === 'trouble') retry();
      else wake();
    },
    retry,
    wake,
    takeBack(which) {
      const taken = queue.filter(which);
      if (taken.length > 0) {
        remove(taken);
        if (queue.length === 0) {
          hold = null;
          failures = 0;
        }
        show();
      }
      return taken;
    },
  };
}
