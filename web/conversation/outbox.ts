/** A message that the server has not acknowledged. */
export interface Unsent {
  messageId: string;
  text: string;
}

/** Such a message in this tab. `fault` says why it was not sent; it then waits for the person. Times are this browser's, in ms since 1970. */
export type Outgoing<U extends Unsent = Unsent> = U & {
  /** When it was written; only to be shown. */
  at: number;
  fault?: string;
  /** The field to change first: sent as it is, the message would be refused again. */
  wrong?: string;
  /** From when on it may be sent, where the server said so. */
  againAt?: number;
};

/**
 * Why nothing is sent right now. `offline`, `too-fast` and `paused` end by themselves, `trouble` by a retry, `ended` when the conversation
 * is resumed.
 */
export interface Hold {
  reason: 'offline' | 'too-fast' | 'paused' | 'trouble' | 'ended';
  /** How long until the next attempt, from when this was said. */
  waitMs: number;
  /** The server's own sentence, when it takes nothing for a while. */
  why?: string;
}

/** What a failed attempt means. Each transport says it of its own errors. */
export interface Failure {
  /**
   * `wait`: it goes by itself after a while, and nothing before it. `retry`: the same, and after three attempts it fails as with `stop`.
   * `stop`: it fails, and everything waits for the person. `skip`: it fails alone. `ended`: the whole conversation takes nothing.
   */
  outcome: 'wait' | 'retry' | 'stop' | 'skip' | 'ended';
  /** Shown while it waits. */
  reason?: Hold['reason'];
  /** A sentence for the person. */
  why: string;
  /** How long the server asks to wait; 0 where it doesn't say. */
  waitMs: number;
  wrong?: string;
}

export interface Outbox<U extends Unsent = Unsent> {
  send(message: U): void;
  /** Sends what has failed. */
  retry(): void;
  /** Sends what waits for a connection. */
  wake(): void;
  /** Takes messages back, so that they can be edited. */
  takeBack(which: (message: Outgoing<U>) => boolean): Outgoing<U>[];
}

interface Needs<U extends Unsent> {
  /** What outlives this page. `change` reads and writes in one step: other tabs may write there too. */
  kept: { read(): readonly U[]; change(update: (kept: readonly U[]) => U[]): void };
  /** Sends one message. Sending one that is stored already must succeed. */
  post(message: Outgoing<U>): Promise<unknown>;
  failureOf(cause: unknown): Failure | Promise<Failure>;
  changed(outgoing: readonly Outgoing<U>[], hold: Hold | null): void;
  /** Whether the transport has a queue that keeps the order. Otherwise a message is posted when the one before it is acknowledged. */
  isQueued?: boolean;
}

const BACKOFF_MAX_MS = 30_000;
const TRIES = 3;

/** 1, 2, 4 … 30 seconds, each up to a quarter longer, so that browsers that lost the server together do not return together. */
const backoff = (failures: number) => Math.min(1000 * 2 ** failures, BACKOFF_MAX_MS) * (1 + Math.random() / 4);

/**
 * Sends messages in order. A message is kept in the browser before it is first sent and until it is acknowledged, and every attempt carries
 * the same id: whatever is lost on the way, it is stored once. What an earlier page left unsent is sent again by `wake` or `retry`.
 */
export function createOutbox<U extends Unsent>({ kept, post, failureOf, changed, isQueued = false }: Needs<U>): Outbox<U> {
  let queue: Outgoing<U>[] = kept.read().map((message) => ({ ...message, at: Date.now() }));
  let hold: Hold | null = null;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const posting = new Set<string>();

  const show = () => changed(queue, hold);

  const remove = (gone: readonly Outgoing<U>[]) => {
    const ids = gone.map(({ messageId }) => messageId);
    const isLeft = ({ messageId }: Unsent) => !ids.includes(messageId);
    queue = queue.filter(isLeft);
    kept.change((messages) => messages.filter(isLeft));
  };

  const sendAgainIn = (ms: number) => {
    timer = setTimeout(pump, ms);
  };

  function pump(): void {
    clearTimeout(timer);
    for (const message of queue) {
      if (posting.size > 0 && !isQueued) return;
      if (message.fault === undefined && !posting.has(message.messageId)) attempt(message);
    }
  }

  async function attempt(message: Outgoing<U>): Promise<void> {
    posting.add(message.messageId);
    try {
      await post(message);
      remove([message]);
      hold = null;
      failures = 0;
      sendAgainIn(0);
    } catch (cause) {
      refused(message, await failureOf(cause));
    }
    posting.delete(message.messageId);
    show();
  }

  function refused(message: Outgoing<U>, { outcome, reason, why, waitMs: askedMs, wrong }: Failure): void {
    const waitMs = askedMs || backoff(failures);
    hold = reason ? { reason, waitMs, ...(reason === 'paused' && { why }) } : null;
    if (outcome === 'ended') return;
    failures++;
    if (outcome === 'wait' || (outcome === 'retry' && failures < TRIES)) {
      sendAgainIn(waitMs);
      return;
    }
    failures = 0;
    message.fault = why;
    if (wrong) message.wrong = wrong;
    if (askedMs > 0) message.againAt = Date.now() + askedMs;
    // A message that the server will never take holds up no other. After an error of the server's all wait, to stay in order.
    if (outcome === 'skip') sendAgainIn(0);
    else hold = { reason: 'trouble', waitMs };
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
      kept.change((messages) => [...messages, message]);
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
