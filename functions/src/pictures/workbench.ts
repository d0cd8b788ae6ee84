import { Problem } from '../http/problem.ts';
import { inTurn } from '../in-turn.ts';

/** Uploads that one instance holds in memory, each of up to 10 MB: of everybody, and of one manager. */
const HELD_MAX = 8;
const HELD_OF_ONE_MAX = 3;
const RETRY_MS = 3000;

/** Keeps the memory of an instance bounded: only so much is held at once, and one picture is worked on at a time. */
export class Workbench {
  readonly #held: string[] = [];
  readonly #turns = new Map<string, Promise<unknown>>();
  readonly #waiting = new Map<string, number>();

  /** Does all work that somebody's request makes, from reading its body on. Throws `busy` where too much is held already. */
  async hold<T>(holder: string, work: () => Promise<T>): Promise<T> {
    const isMany = this.#held.filter((other) => other === holder).length >= HELD_OF_ONE_MAX;
    if (isMany || this.#held.length >= HELD_MAX) throw new Problem('busy', { retryAfterMs: RETRY_MS });
    this.#held.push(holder);
    try {
      return await work();
    } finally {
      this.#held.splice(this.#held.indexOf(holder), 1);
    }
  }

  /** Does one work of a kind after the other. Throws `busy` where `waitingMax` of them wait or are done already. */
  async alone<T>(kind: string, work: () => Promise<T>, waitingMax = Number.POSITIVE_INFINITY): Promise<T> {
    const waiting = this.#waiting.get(kind) ?? 0;
    if (waiting >= waitingMax) throw new Problem('busy', { retryAfterMs: RETRY_MS });
    this.#waiting.set(kind, waiting + 1);
    try {
      return await inTurn(this.#turns, kind, work);
    } finally {
      const left = (this.#waiting.get(kind) ?? 1) - 1;
      if (left === 0) this.#waiting.delete(kind);
      else this.#waiting.set(kind, left);
    }
  }
}
