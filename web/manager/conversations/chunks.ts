import type { Change } from './conversation-state.ts';

/** A change of one conversation. */
export type Wanted = readonly [conversationId: string, change: Change];

/** One commit of 50 updates keeps the main thread busy for less than 100 ms (tests/bench/inbox.bench.ts). */
const CHUNK = 50;
/** The rules look up three documents for each conversation that is blocked or unblocked, and Firestore allows 20 look-ups in one commit. */
const BLOCKS = 6;

/** Changes in their order, in parts that are one commit each. */
export function chunksOf(changes: readonly Wanted[]): Wanted[][] {
  const size = changes.some(([, { isBlocked }]) => isBlocked !== undefined) ? BLOCKS : CHUNK;
  return Array.from({ length: Math.ceil(changes.length / size) }, (_, index) => changes.slice(index * size, (index + 1) * size));
}
