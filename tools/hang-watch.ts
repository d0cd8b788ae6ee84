export interface Patience {
  /** Longer than the limit of any test or hook, so vitest itself can report a hanging one. */
  quietMs: number;
  /** The last resort. CI ends a job after 90 minutes without a message. */
  atMostMs: number;
}

/**
 * Tells a hanging run from a slow one by its output. Counts looks, not the time between them: if this process gets no CPU time, the tests
 * get none either.
 */
export class HangWatch {
  readonly #patience: Patience;
  readonly #lookMs: number;
  #size = 0;
  #quiet = 0;
  #looks = 0;

  constructor(patience: Patience, lookMs: number) {
    this.#patience = patience;
    this.#lookMs = lookMs;
  }

  /** `size` is the output's size so far. Returns why the run should end, or `null`. */
  look(size: number): string | null {
    const { quietMs, atMostMs } = this.#patience;
    this.#quiet = size > this.#size ? 0 : this.#quiet + 1;
    this.#size = size;
    this.#looks++;
    if (this.#quiet * this.#lookMs >= quietMs) return `no test started or finished for ${inMinutes(quietMs)}, so something hangs.`;
    return this.#looks * this.#lookMs >= atMostMs ? `it had not finished after ${inMinutes(atMostMs)}.` : null;
  }
}

function inMinutes(ms: number): string {
  return `${Math.round(ms / 60_000)} minutes`;
}
