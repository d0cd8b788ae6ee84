/** Repeatable random choices: the same seed and number always choose the same. */
export interface Chance {
  /** From 0 up to 1. */
  next(): number;
  /** An integer from `first` to `last`. */
  between(first: number, last: number): number;
  is(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Around 1, half of them between 0.5 and 2, few of them ten times as much (log-normal). */
  spread(): number;
  /** Letters and digits that are valid in ids. */
  id(length: number): string;
}

const ID_SYMBOLS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Mulberry32 by Tommy Ettinger: 32 bits of state, enough to choose texts. */
export function chanceOf(seed: number, number: number): Chance {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (first: number, last: number) => first + Math.floor(next() * (last - first + 1));
  return {
    next,
    between,
    is: (share) => next() < share,
    pick(from) {
      const one = from[Math.floor(next() * from.length)];
      if (one === undefined) throw new Error('nothing to choose from');
      return one;
    },
    spread: () => Math.exp(Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())),
    id: (length) => Array.from({ length }, () => ID_SYMBOLS[between(0, ID_SYMBOLS.length - 1)]).join(''),
  };
}
