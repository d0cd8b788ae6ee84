/** A message that the server has not acknowledged. */
export interface Unsent {
  messageId: string;
  text: string;
}

/** An unsent message. With a `fault`, the reason it failed, it waits for the person. Times are this browser's, in ms since 1970. */
export type Outgoing<U extends Unsent = Unsent> = U & {
  /** When it was written; for display only. */
  at: number;
  fault?: string;
  /** The field to change before sending again; unchanged, the message would be refused again. */
  wrong?: string;
  /** The earliest time to send it again, if the server gave one. */
  againAt?: number;
};

/** Why nothing is sent: `offline`, `too-fast` and `paused` end on their own, `trouble` with a retry, `ended` when the person resumes. */
export interface Wait {
  reason: 'offline' | 'too-fast' | 'paused' | 'trouble' | 'ended';
  /** How long until the next attempt, counted from this report. */
  waitMs: number;
  /** A sentence for the person, where there is more to say than the reason. */
  why?: string;
}

/** What a failed attempt means. Each transport maps its own errors to it. */
export interface Failure {
  /**
   * `wait`: it is resent after a while, and nothing is sent before it. `retry`: the same, but after three attempts as with `stop`. `stop`:
   * it fails, and all messages wait for the person. `skip`: it fails alone. `ended`: the conversation accepts no messages.
   */
  outcome: 'wait' | 'retry' | 'stop' | 'skip' | 'ended';
  reason?: Wait['reason'];
  why: string;
  /** How long the server asks to wait; 0 if it doesn't say. */
  waitMs: number;
  wrong?: string;
}

export interface Outbox<U extends Unsent = Unsent> {
  send(message: U): void;
  retry(): void;
  /** Sends messages that wait for a connection. */
  wake(): void;
  /** Removes messages from the queue and returns them for editing. */
  takeBack(which: (message: Outgoing<U>) => boolean): Outgoing<U>[];
}

interface Needs<U extends Unsent> {
  /** Storage that outlives this page. `change` reads and writes in one step, because other tabs may write there too. */
  kept: { read(): readonly U[]; change(update: (kept: readonly U[]) => U[]): void };
  /** Must succeed for a message that is already stored. */
  post(message: Outgoing<U>): Promise<unknown>;
  failureOf(cause: unknown): Failure | Promise<Failure>;
  changed(outgoing: readonly Outgoing<U>[], wait: Wait | null): void;
  /** Whether the transport's queue keeps the order. If not, each message waits until the previous one is acknowledged. */
  isQueued?: boolean;
}

const BACKOFF_MAX_MS = 30_000;
const TRIES = 3;

/** 1, 2, 4 … 30 seconds, each up to a quarter longer, so browsers that lost the server together don't return together. */
const backoff = (failures: number) => Math.min(1000 * 2 ** failures, BACKOFF_MAX_MS) * (1 + Math.random() / 4);

/**
 * Sends messages in order. Each is kept in the browser from before its first attempt until it is acknowledged, and every attempt has the
 * same id, so it is stored once even if a response is lost. `wake` or `retry` sends what an earlier page left unsent.
 */
export function createOutbox<U extends Unsent>({ kept, post, failureOf, changed, isQueued = false }: Needs<U>): Outbox<U> {
  let queue: Outgoing<U>[] = kept.read().map((message) => ({ ...message, at: Date.now() }));
  let wait: Wait | null = null;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const posting = new Set<string>();

  const show = () => changed(queue, wait);

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
      wait = null;
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
    wait = reason ? { reason, waitMs, ...(why && reason !== 'offline' && { why }) } : null;
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
    // A message that will always be refused blocks no other. After a server error all wait, to keep the order.
    if (outcome === 'skip') sendAgainIn(0);
    else wait = { reason: 'trouble', waitMs };
  }

  const retry = () => {
    for (const message of queue.filter(({ wrong }) => !wrong)) {
      delete message.fault;
      delete message.againAt;
    }
    wait = null;
    show();
    pump();
  };

  const wake = () => {
    show();
    if (!wait || wait.reason === 'offline') pump();
  };

  return {
    send(message) {
      queue = [...queue, { ...message, at: Date.now() }];
      kept.change((messages) => [...messages, message]);
      if (wait?.reason === 'trouble') retry();
      else wake();
    },
    retry,
    wake,
    takeBack(which) {
      const taken = queue.filter(which);
      if (taken.length > 0) {
        remove(taken);
        if (queue.length === 0) {
          wait = null;
          failures = 0;
        }
        show();
      }
      return taken;
    },
  };
}
