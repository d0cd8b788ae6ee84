import { Problem } from '../http/problem.ts';
import { inTurn } from '../in-turn.ts';

/** In memory, of up to 10 MB each. */
const RUNNING_MAX = 8;
const RUNNING_OF_ONE_MAX = 3;
const RETRY_MS = 3000;

export class PictureWork {
  readonly #running: string[] = [];
  readonly #turns = new Map<string, Promise<unknown>>();
  readonly #waiting = new Map<string, number>();

  /** Runs all work of a request, from reading its body on. Throws `busy` if too many uploads are in memory. */
  async run<T>(managerId: string, work: () => Promise<T>): Promise<T> {
    const isMany = this.#running.filter((other) => other === managerId).length >= RUNNING_OF_ONE_MAX;
    if (isMany || this.#running.length >= RUNNING_MAX) throw new Problem('busy', { retryAfterMs: RETRY_MS });
    this.#running.push(managerId);
    try {
      return await work();
    } finally {
      this.#running.splice(this.#running.indexOf(managerId), 1);
    }
  }

  /** One at a time per kind. Throws `busy` if `waitingMax` are waiting or running. */
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
