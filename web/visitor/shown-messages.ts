import type { Message } from '@foyer/domain/message';
import type { State } from './talk.ts';

/** A message as the log shows it. `fault` says why one of the visitor's own was not sent. */
export interface ShownMessage extends Message {
  fault?: string | undefined;
  /** The field to change first, where sending it again would change nothing. */
  wrong?: string | undefined;
  /** From when on it may be sent. */
  againAt?: number | undefined;
}

/** The messages that are there, then those on their way. */
export function shownMessages({ messages, outgoing }: Pick<State, 'messages' | 'outgoing'>): ShownMessage[] {
  const last = messages.at(-1)?.createdAt ?? 0;
  const isThere = new Set(messages.map(({ id }) => id));
  const waiting = outgoing
    .filter(({ messageId }) => !isThere.has(messageId))
    // Never before what is there, whatever this browser's clock says.
    .map(({ messageId, text, at, fault, wrong, againAt }) => ({
      id: messageId,
      sender: 'visitor' as const,
      text,
      createdAt: Math.max(at, last),
      fault,
      wrong,
      againAt,
    }));
  return [...messages, ...waiting];
}

/** How far a message of the visitor's has come, in a word; empty when it stays behind. */
export function tickOf(
  { outgoing, hold, managerReadAt }: Pick<State, 'outgoing' | 'hold' | 'managerReadAt'>,
  message: ShownMessage,
): string {
  if (message.fault) return '';
  if (outgoing.some(({ messageId }) => messageId === message.id)) return hold ? 'Not sent yet' : 'Sending';
  return managerReadAt >= message.createdAt ? 'Seen' : 'Sent';
}
