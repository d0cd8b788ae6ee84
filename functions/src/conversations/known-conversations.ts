import type { Message } from '@foyer/domain/message';
import type { Timestamp } from '@google-cloud/firestore';
import { LRUCache } from 'lru-cache';
import type { Platform } from '../cloud.ts';
import { inTurn } from '../in-turn.ts';
import { perInstance } from '../per-instance.ts';

/** What this instance remembers of a conversation. If it is outdated, the cost is one refused write, never a wrong one. */
export interface Known {
  updateTime: Timestamp;
  tat: number;
  dayTat: number;
  isBlocked: boolean;
  epoch: number;
  endedSessions: string[];
  /** Never changes. */
  section: string | null;
  /** A repeated send of one of these costs nothing and does not count against the rate. */
  recent: Map<string, Message>;
}

/** In bytes: twenty long messages of one conversation take 160 kB. */
const MEMORY_MAX = 64_000_000;
const RECENT_MAX = 20;

export const knownConversations = perInstance<Platform, KnownConversations>(() => new KnownConversations());

class KnownConversations {
  readonly #states = new LRUCache<string, Known>({ maxSize: MEMORY_MAX, sizeCalculation: bytesOf });
  readonly #queues = new Map<string, Promise<unknown>>();

  get(conversationId: string): Known | undefined {
    return this.#states.get(conversationId);
  }

  remember(conversationId: string, known: Known): void {
    for (const oldest of known.recent.keys()) {
      if (known.recent.size <= RECENT_MAX) break;
      known.recent.delete(oldest);
    }
    this.#states.set(conversationId, known);
  }

  forget(conversationId: string): void {
    this.#states.delete(conversationId);
  }

  /** Queues the sends of one conversation: at the same time they would only fail each other's precondition. */
  inTurn<T>(conversationId: string, send: () => Promise<T>): Promise<T> {
    return inTurn(this.#queues, conversationId, send);
  }
}

function bytesOf({ recent }: Known): number {
  return [...recent.values()].reduce((sum, { text }) => sum + 2 * text.length + 300, 1000);
}
