import type { MessageCreated } from './event.ts';
import type { Facts } from './facts.ts';
import type { Post } from './post.ts';

/** Reacts to events. Its folder has a pure plan (event, facts and time in, task out) and the effect. */
export interface Subscriber {
  /** Part of the ids of stored failures: never change it. */
  name: string;
  /**
   * Returns what to do, or `null`. May read through `facts` only, and writes nothing. A retry may be for some targets `only`.
   */
  prepare(post: Post, event: MessageCreated, facts: Facts, only?: ReadonlySet<string>): Promise<Task | null>;
}

/** Thrown by a task that reached some of its targets: the retry gets the ids of the others as `only`. */
export class Unreached extends Error {
  readonly targets: readonly string[];
  /** The retry waits at least so long. */
  readonly retryAfterMs: number;

  constructor(targets: readonly string[], cause: unknown, retryAfterMs = 0) {
    super(undefined, { cause });
    this.targets = targets;
    this.retryAfterMs = retryAfterMs;
  }
}

/** What a subscriber does about one event, once. */
export interface Task {
  /** When to consider a mail, in ms since 1970. It is stored with the event's alert, so it costs no write. */
  mailDueAt?: number;
  /** If it throws, it is retried later, without the other subscribers. */
  carryOut?(): Promise<void>;
}
