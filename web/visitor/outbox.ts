import { ApiProblem } from '../lib/api.ts';
import type { Keeper, Unsent } from './keeper.ts';

/** A message on its way. `fault` says why it was not sent; it then waits for the person. */
export interface Outgoing extends Unsent {
  /** By this browser's clock, in ms since 1970: only to be shown. */
  at: number;
  fault?: string;
}

/** Why nothing is sent just now. `offline` and `too-fast` end by themselves, `trouble` by a retry, `ended` when the conversation is resumed. */
export interface Hold {
  reason: 'offline' | 'too-fast' | 'trouble' | 'ended';
  /** How long until the next attempt, from when this was said. */
  waitMs: number;
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
  ended(): void;
}

const BACKOFF_MAX_MS = 30_000;

/** 1, 2, 4 … 30 seconds, each up to a quarter longer, so that browsers cut off together do not return together. */
const backoff = (failures: number) => Math.min(1000 * 2 ** failures, BACKOFF_MAX_MS) * (1 + Math.random() / 4);

/** An error of the server's is retried this often before the person is told. */
const TRIES = 3;

/**
 * Sends messages one after the other, in order. A message is kept in the browser before it is first sent and until it is acknowledged,
 * and every attempt carries the same id: whatever is lost on the way, it is stored once.
 */
export function createOutbox({ keeper, post, changed, ended }: Needs): Outbox {
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
      refused(next, cause instanceof ApiProblem ? cause : new ApiProblem('internal', String(cause)));
    }
    isPosting = false;
    show();
  }

  function refused(message: Outgoing, { code, body, message: title, isTransient }: ApiProblem): void {
    const waitMs = body.retryAfterSeconds ? body.retryAfterSeconds * 1000 : backoff(failures);
    failures++;
    const isWaiting = code === 'offline' || code === 'too-fast';
    if (code === 'session-ended') {
      hold = { reason: 'ended', waitMs };
      ended();
    } else if (isWaiting || (isTransient && failures < TRIES)) {
      hold = isWaiting ? { reason: code, waitMs } : null;
      sendAgainIn(waitMs);
    } else {
      // A message that the server will never take holds up no other; after an error of the server's all wait, to stay in order.
      hold = isTransient ? { reason: 'trouble', waitMs } : null;
      failures = 0;
      message.fault = body.errors?.[0]?.message ?? title;
      if (!isTransient) sendAgainIn(0);
    }
  }

  const retry = () => {
    for (const message of queue) delete message.fault;
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
      keeper.change((kept) => ({ ...kept, ...(message.code ? { code: message.code } : {}), pending: [...kept.pending, message] }));
      if (hold?.reason === 'trouble') retry();
      else wake();
    },
    retry,
    wake,
    takeBack(which) {
      const taken = queue.filter(which);
      if (taken.length > 0) {
        remove(taken);
        show();
      }
      return taken;
    },
  };
}
