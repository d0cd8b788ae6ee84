/** When a run counts as hanging. */
export interface Patience {
  /** Longer than any single test or hook may take, so that vitest can report one that hangs by itself. */
  quietMs: number;
  /** The last resort, for a run that goes on and on. CI ends a job after 90 minutes without saying anything. */
  atMostMs: number;
}

/**
 * Tells a run that hangs from a slow one by what it writes. Looks are counted, not the time between them: where this process gets no time,
 * the tests get none either.
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

  /** Takes the size of what was written so far. Returns why the run should end, or `null`. */
  look(size: number): string | null {
    const { quietMs, atMostMs } = this.#patience;
    this.#quiet = size > this.#size ? 0 : this.#quiet + 1;
    this.#size = size;
    this.#looks++;
    if (this.#quiet * this.#lookMs >= quietMs) return `no test began or finished for ${inMinutes(quietMs)}, so something hangs.`;
    return this.#looks * this.#lookMs >= atMostMs ? `it was not done after ${inMinutes(atMostMs)}.` : null;
  }
}

function inMinutes(ms: number): string {
  return `${Math.round(ms / 60_000)} minutes`;
}
