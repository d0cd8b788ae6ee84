import { signal } from '@preact/signals';
import { nanoid } from 'nanoid';
import type { ThreadMessage } from './feed.ts';

/** A reply that the server has not acknowledged. */
export interface Unsent {
  id: string;
  text: string;
  /** When it was sent, by this browser's clock. */
  atMs: number;
  /** `lost`: it was on its way when the page was left. Whether it arrived, the messages will tell. */
  state: 'sending' | 'lost' | 'failed';
}

const KEY = 'foyer:outbox:';

type Keeping = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * The replies of one conversation on their way. The SDK takes a refused one off the screen without a word, so the text is kept here until
 * it is acknowledged, also over a reload.
 */
export function createOutbox(conversationId: string, storage: Keeping, send: (message: { id: string; text: string }) => Promise<void>) {
  const key = `${KEY}${conversationId}`;
  const unsent = signal<readonly Unsent[]>(readKept(storage, key).map((kept) => ({ ...kept, state: 'lost' })));

  const change = (next: readonly Unsent[]) => {
    unsent.value = next;
    try {
      if (next.length === 0) storage.removeItem(key);
      else storage.setItem(key, JSON.stringify(next));
    } catch {
      // Full or refused: then a reload forgets.
    }
  };
  const remove = (id: string) => change(unsent.value.filter((reply) => reply.id !== id));
  const mark = (id: string, state: Unsent['state']) => change(unsent.value.map((reply) => (reply.id === id ? { ...reply, state } : reply)));
  const attempt = ({ id, text }: Unsent) =>
    send({ id, text }).then(
      () => remove(id),
      () => mark(id, 'failed'),
    );

  return {
    unsent,
    send(text: string): void {
      const reply: Unsent = { id: nanoid(), text, atMs: Date.now(), state: 'sending' };
      change([...unsent.value, reply]);
      attempt(reply);
    },
    retry(id: string): void {
      const reply = unsent.value.find((candidate) => candidate.id === id);
      if (!reply) return;
      mark(id, 'sending');
      attempt(reply);
    },
    /** Gives the text back, so that it can be written anew. */
    takeBack(id: string): string {
      const text = unsent.value.find((reply) => reply.id === id)?.text ?? '';
      remove(id);
      return text;
    },
    /** Lets everything go: there is nobody any more to whom it could be sent. */
    discard(): void {
      change([]);
    },
    /** Compares with the messages that are there: what has arrived is let go, what was lost and is not there has failed. */
    reconcile(messages: readonly ThreadMessage[], isFromServer: boolean): void {
      const known = new Map(messages.map(({ id, delivery }) => [id, delivery]));
      const next = unsent.value
        .filter(({ id }) => known.get(id) !== 'sent')
        .map((reply): Unsent => (reply.state === 'lost' && isFromServer && !known.has(reply.id) ? { ...reply, state: 'failed' } : reply));
      if (next.length !== unsent.value.length || next.some((reply, index) => reply !== unsent.value[index])) change(next);
    },
  };
}

export type Outbox = ReturnType<typeof createOutbox>;

/** The thread with what failed at its end, so that it can be seen and sent again. */
export function withFailed(messages: readonly ThreadMessage[], unsent: readonly Unsent[]): readonly ThreadMessage[] {
  const shown = new Set(messages.map(({ id }) => id));
  const failed = unsent.filter(({ id, state }) => state === 'failed' && !shown.has(id));
  return failed.length === 0 ? messages : [...messages, ...failed.map(toFailed)];
}

function toFailed({ id, text, atMs }: Unsent): ThreadMessage {
  return { id, sender: 'manager', text, createdAt: atMs, delivery: 'failed', place: null };
}

function readKept(storage: Keeping, key: string): Unsent[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isUnsent) : [];
  } catch {
    return [];
  }
}

function isUnsent(value: unknown): value is Unsent {
  return typeof value === 'object' && value !== null && 'id' in value && 'text' in value && typeof value.text === 'string';
}

/** Whether any reply of this tab was refused and still waits to be sent again. */
export function hasFailedReplies(storage: Storage): boolean {
  return Object.keys(storage).some((key) => key.startsWith(KEY) && readKept(storage, key).some(({ state }) => state === 'failed'));
}
